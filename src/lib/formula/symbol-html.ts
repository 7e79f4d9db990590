import symbols from 'virtual:symbols';
import type { Notation } from '#lib/cells/notation.ts';

const known: Record<string, string> = { ...symbols };

const further = {
  course: undefined,
  pytorch: () => import('virtual:symbols/pytorch'),
  keras: () => import('virtual:symbols/keras'),
} satisfies Record<Notation, unknown>;

/** All cells and their symbols; a page brings only the lessons' cell along. */
export async function loadCells(): Promise<void> {
  const [table] = await Promise.all([import('virtual:symbols/cells'), import('#lib/cells/registry.ts')]);
  Object.assign(known, table.default);
}

/** A page brings the course's symbols along; those of another notation come when it is chosen, before it is shown. */
export async function loadSymbols(notation: Notation): Promise<void> {
  const table = await further[notation]?.();
  Object.assign(known, table?.default);
}

/**
 * The HTML of a symbol as KaTeX would typeset it, from its template; `@` stands for the timestep in both.
 * @throws for a template that `build/symbol-table.ts` did not foresee, or of a notation that is not loaded
 */
export function symbolHtml(template: string): string {
  const html = known[template];
  if (html === undefined) throw new Error(`${template}: no registered cell has this symbol, so it was not typeset`);
  return html;
}
