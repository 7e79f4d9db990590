import symbols from 'virtual:symbols';
import { atTimestep } from './symbol.ts';

/**
 * The HTML of a symbol at a timestep, as KaTeX would typeset it.
 * @throws for a template that `build/symbol-table.ts` did not foresee
 */
export function symbolHtml(template: string, t: number): string {
  const html = symbols[template];
  if (html === undefined) throw new Error(`${template}: no registered cell has this symbol, so it was not typeset`);
  return atTimestep(html, t);
}
