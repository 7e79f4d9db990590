/** A piece of TeX that knows how tightly it holds together, so that whoever puts it into a larger one can add brackets. */
export interface Tex {
  readonly text: string;
  /** `signed`: a number with its sign in front, which needs brackets nearly everywhere but alone. */
  readonly binds: 'sum' | 'signed' | 'product' | 'atom';
  /** A single number: turning it into a row changes nothing. */
  readonly single?: boolean;
}

export const atom = (text: string): Tex => ({ text, binds: 'atom' });
export const bracketed = (inner: Tex): Tex => atom(`\\left(${inner.text}\\right)`);

const loose = ({ binds }: Tex): boolean => binds === 'sum' || binds === 'signed';
const term = (part: Tex): string => (part.binds === 'signed' ? bracketed(part).text : part.text);
const factor = (part: Tex): string => (loose(part) ? bracketed(part).text : part.text);
/** TeX allows one superscript each; the braces make room for a second. */
const ownSuperscript = (text: string): string => (text.includes('^') ? `{${text}}` : text);
const power = (base: Tex): string => (base.binds === 'atom' ? ownSuperscript(base.text) : bracketed(base).text);

export const texSum = (...terms: readonly Tex[]): Tex =>
  terms.length === 1 ? terms[0] : { text: terms.map(term).join(' + ').replaceAll(' + -', ' - '), binds: 'sum' };
export const texDifference = (a: Tex, b: Tex): Tex => ({ text: `${term(a)} - ${factor(b)}`, binds: 'sum' });
export const texNegative = (a: Tex): Tex => ({ text: `-${factor(a)}`, binds: 'sum' });
/** Side by side: a matrix times a vector. Between single numbers stands a dot, or they would read as one. */
export const texProduct = (...factors: readonly Tex[]): Tex => ({
  text: factors.map(factor).join(factors.some(({ single }) => single) ? ' \\cdot ' : '\\,'),
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
export const texTransposed = (base: Tex): Tex => (base.single ? base : atom(`${power(base)}^{\\top}`));
export const texCall = (name: string, ...inner: readonly Tex[]): Tex =>
  atom(`${name}\\left(${inner.map((part) => part.text).join(',\\, ')}\\right)`);
/** The mean of the terms, written out. */
export const texMean = (...terms: readonly Tex[]): Tex =>
  terms.length === 1 ? terms[0] : texProduct(atom(`\\tfrac{1}{${terms.length}}`), texSum(...terms));
