import { loadCellSymbols } from '#lib/formula/symbol-html.ts';
import type { PageLoad } from './$types';

/** All cells are shown here. */
export const load: PageLoad = () => loadCellSymbols();
