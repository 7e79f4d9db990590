import type { Inlines } from './document.ts';

/**
 * What a heading that is nothing but formulas is called: the letters of their MathML, which not every program that reads
 * pages aloud counts as words. Undefined: it has words of its own.
 */
export function formulaText(inlines: Inlines): string | undefined {
  const formulas = inlines.flatMap((inline) => (inline.type === 'formula' ? [inline.html] : []));
  if (formulas.length === 0 || formulas.length < inlines.length) return undefined;
  return formulas.map((html) => html.replace(/<\/math>.*/s, '').replace(/<[^>]*>/g, '')).join(' ');
}
