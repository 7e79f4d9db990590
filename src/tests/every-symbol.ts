/** Tests show any cell, without a page that would have loaded its symbols. */
import { loadCellSymbols } from '#lib/formula/symbol-html.ts';

await loadCellSymbols();
