import katex from 'katex';
import 'katex/dist/katex.min.css';

/**
 * TeX to HTML. `html` leaves the MathML out: for a formula whose numbers change, and which therefore stands beside a
 * sentence that says the same.
 * @throws on TeX that does not compile
 */
export const renderTex = (
  tex: string,
  output: 'htmlAndMathml' | 'html' = 'htmlAndMathml',
  displayMode = true,
): string => katex.renderToString(tex, { displayMode, output, throwOnError: true, strict: 'error' });

const symbols = new Map<string, string>();

/** The HTML of a symbol. Rendered once: symbols return at every step, their numbers change as plain text. */
export function renderSymbol(tex: string): string {
  const html = symbols.get(tex) ?? renderTex(tex, 'html', false);
  symbols.set(tex, html);
  return html;
}
