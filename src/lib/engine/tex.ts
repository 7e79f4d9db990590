/** A piece of TeX that knows how tightly it holds together, so that whoever puts it into a larger one can add brackets. */
export interface Tex {
  readonly text: string;
  readonly binds: 'sum' | 'product' | 'atom';
}

export const atom = (text: string): Tex => ({ text, binds: 'atom' });
export const bracketed = (inner: Tex): Tex => atom(`\\left(${inner.text}\\right)`);

const factor = (part: Tex): string => (part.binds === 'sum' ? bracketed(part).text : part.text);
const power = (base: Tex): string => (base.binds === 'atom' ? base.text : bracketed(base).text);

export const texSum = (...terms: readonly Tex[]): Tex =>
  terms.length === 1 ? terms[0] : { text: terms.map((term) => term.text).join(' + '), binds: 'sum' };
export const texDifference = (a: Tex, b: Tex): Tex => ({ text: `${a.text} - ${factor(b)}`, binds: 'sum' });
export const texNegative = (a: Tex): Tex => ({ text: `-${factor(a)}`, binds: 'sum' });
/** Side by side: a number times an array, a matrix times a vector. */
export const texProduct = (...factors: readonly Tex[]): Tex => ({
  text: factors.map(factor).join('\\,'),
  binds: 'product',
});
/** Element by element, a ⊙ b ⊙ … */
export const texElementwise = (...factors: readonly Tex[]): Tex => ({
  text: factors.map(factor).join(' \\odot '),
  binds: 'product',
});
export const texFraction = (over: Tex, under: Tex): Tex => atom(`\\frac{${over.text}}{${under.text}}`);
export const texRoot = (of: Tex): Tex => atom(`\\sqrt{${of.text}}`);
export const texSquare = (base: Tex): Tex => atom(`${power(base)}^{2}`);
export const texTransposed = (base: Tex): Tex => atom(`${power(base)}^{\\top}`);
export const texCall = (name: string, ...inner: readonly Tex[]): Tex =>
  atom(`${name}\\left(${inner.map((part) => part.text).join(',\\, ')}\\right)`);
/** The mean of the terms, written out. */
export const texMean = (...terms: readonly Tex[]): Tex =>
  terms.length === 1 ? terms[0] : texProduct(atom(`\\tfrac{1}{${terms.length}}`), texSum(...terms));
