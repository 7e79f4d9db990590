/** What the files were called whose models the page has shown: going back to one, a reader knows it by its name. */
const names = new Map<string, string>();

export const rememberName = (model: string, name: string): void => void names.set(model, name);

/** Undefined for a model that came in a link. */
export const fileNameOf = (model: string): string | undefined => names.get(model);
