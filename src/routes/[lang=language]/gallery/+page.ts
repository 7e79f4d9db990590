import { loadCells } from '#lib/formula/symbol-html.ts';
import type { PageLoad } from './$types';

/** All cells are shown here. */
export const load: PageLoad = () => loadCells();
