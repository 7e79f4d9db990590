import { loadCells } from '#lib/formula/symbol-html.ts';
import type { PageLoad } from './$types';

/** All cells are shown here, in all visuals. */
export const load: PageLoad = async () => {
  const [{ default: CellGallery }, { cells }] = await Promise.all([
    import('#lib/visuals/gallery/CellGallery.svelte'),
    import('#lib/cells/registry.ts'),
    loadCells(),
  ]);
  return { CellGallery, cells };
};
