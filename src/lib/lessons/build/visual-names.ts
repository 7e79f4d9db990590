import { visualKinds } from '#lib/visuals/visual-ids.ts';

/** The visuals that `::visual{name=…}` may ask for. */
export const visualNames: readonly string[] = Object.keys(visualKinds);
