/** What the files were called whose models the page has shown: going back to one, a reader knows it by its name. */
const names = new Map<string, string>();

/** A text may be a megabyte, and whoever opens one file after the other does not go back to all of them. */
const most = 20;

export function rememberName(model: string, name: string): void {
  names.delete(model);
  names.set(model, name);
  for (const [oldest] of [...names].slice(0, -most)) names.delete(oldest);
}

/** Undefined for a model that came in a link, or so long ago that it is forgotten. */
export const fileNameOf = (model: string): string | undefined => names.get(model);
