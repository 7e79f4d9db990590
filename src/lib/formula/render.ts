import katex from 'katex';
import 'katex/dist/katex.min.css';

/**
 * TeX to HTML. `html` leaves the MathML out: for a formula whose numbers change, and which therefore stands beside a
 * sentence that says the same.
 * @throws on TeX that does not compile
 */
export const renderTex = (tex: string, output: 'htmlAndMathml' | 'html' = 'htmlAndMathml'): string =>
  katex.renderToString(tex, { displayMode: true, output, throwOnError: true, strict: 'error' });
