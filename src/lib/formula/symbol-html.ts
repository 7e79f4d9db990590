import symbols from 'virtual:symbols';

/**
 * The HTML of a symbol as KaTeX would typeset it, from its template; `@` stands for the timestep in both.
 * @throws for a template that `build/symbol-table.ts` did not foresee
 */
export function symbolHtml(template: string): string {
  const html = symbols[template];
  if (html === undefined) throw new Error(`${template}: no registered cell has this symbol, so it was not typeset`);
  return html;
}
