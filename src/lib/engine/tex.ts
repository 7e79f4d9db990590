/**
 * Formulas as trees: what an operation looks like on paper, before it is known whether symbols or numbers are put in
 * and whether the result is TeX or a page. `texOf` writes one down as TeX.
 */

export type Tex =
  /** A symbol, a number, an array. `signed`: a number with its sign in front, which needs brackets nearly everywhere. */
  | {
      readonly kind: 'atom';
      readonly text: string;
      readonly signed?: boolean;
      readonly single?: boolean;
      readonly slot?: unknown;
    }
  | { readonly kind: 'sum'; readonly terms: readonly Tex[] }
  | { readonly kind: 'negative'; readonly of: Tex }
  | { readonly kind: 'product'; readonly joint: Joint; readonly factors: readonly Tex[] }
  | { readonly kind: 'fraction'; readonly over: Tex; readonly under: Tex }
  | { readonly kind: 'root'; readonly of: Tex }
  | { readonly kind: 'raised'; readonly of: Tex; readonly to: '2' | '\\top' }
  | { readonly kind: 'call'; readonly name: string; readonly of: Tex }
  /** Arguments of a function, with commas between them. */
  | { readonly kind: 'list'; readonly parts: readonly Tex[] }
  | { readonly kind: 'indicator'; readonly left: Tex; readonly relation: '>' | '='; readonly right: Tex };

/** What stands between factors: nothing (a number and an array; matrices and vectors), ⊙ (element by element), ∗ (convolution). */
type Joint = 'beside' | 'matrices' | 'elementwise' | 'convolution' | 'transposed convolution';

export const atom = (text: string): Tex => ({ kind: 'atom', text });

export const texSum = (...terms: readonly Tex[]): Tex => (terms.length === 1 ? terms[0] : { kind: 'sum', terms });
export const texNegative = (of: Tex): Tex => ({ kind: 'negative', of });
export const texDifference = (a: Tex, b: Tex): Tex => texSum(a, texNegative(b));

const joined =
  (joint: Joint) =>
  (...factors: readonly Tex[]): Tex =>
    factors.length === 1 ? factors[0] : { kind: 'product', joint, factors };

/** Side by side: a number times an array. */
export const texProduct = joined('beside');
/** Side by side: a matrix times a vector, a column times a row. The order counts. */
export const texMatrixProduct = joined('matrices');
/** Element by element, a ⊙ b ⊙ … */
export const texElementwise = joined('elementwise');
export const texConvolution = joined('convolution');
export const texTransposedConvolution = joined('transposed convolution');
export const texFraction = (over: Tex, under: Tex): Tex => ({ kind: 'fraction', over, under });
export const texRoot = (of: Tex): Tex => ({ kind: 'root', of });
export const texSquare = (of: Tex): Tex => ({ kind: 'raised', of, to: '2' });
/** A single number turned on its side is itself. */
export const texTransposed = (of: Tex): Tex => (isSingle(of) ? of : { kind: 'raised', of, to: '\\top' });
export const texCall = (name: string, of: Tex): Tex => ({ kind: 'call', name, of });
export const texList = (...parts: readonly Tex[]): Tex => ({ kind: 'list', parts });
/** 1 where the relation holds, 0 elsewhere. */
export const texIndicator = (left: Tex, relation: '>' | '=', right: Tex): Tex => ({
  kind: 'indicator',
  left,
  relation,
  right,
});
/** The mean of the terms, written out. */
export const texMean = (...terms: readonly Tex[]): Tex =>
  terms.length === 1 ? terms[0] : texProduct(atom(`\\tfrac{1}{${terms.length}}`), texSum(...terms));

/** Whether a part needs brackets as a factor, as a term, or as the base of a power. */
export const needsBrackets = {
  factor: (part: Tex): boolean => part.kind === 'sum' || part.kind === 'negative' || isSigned(part),
  term: (part: Tex): boolean => isSigned(part),
  base: (part: Tex): boolean => !['atom', 'call'].includes(part.kind) || isSigned(part),
};

const isSigned = (part: Tex): boolean => part.kind === 'atom' && part.signed === true;

/** Whether a part has no elements to go by, and no sides to be turned on. */
export const isSingle = (part: Tex): boolean => part.kind === 'atom' && part.single === true;

/** What a tree is made of, one level down. */
export function partsOf(tex: Tex): readonly Tex[] {
  switch (tex.kind) {
    case 'atom':
      return [];
    case 'sum':
      return tex.terms;
    case 'product':
      return tex.factors;
    case 'fraction':
      return [tex.over, tex.under];
    case 'indicator':
      return [tex.left, tex.right];
    case 'list':
      return tex.parts;
    default:
      return [tex.of];
  }
}

/** The same tree with other parts, one level down. */
export function withParts(tex: Tex, other: (part: Tex) => Tex): Tex {
  switch (tex.kind) {
    case 'atom':
      return tex;
    case 'sum':
      return { ...tex, terms: tex.terms.map(other) };
    case 'product':
      return { ...tex, factors: tex.factors.map(other) };
    case 'fraction':
      return { ...tex, over: other(tex.over), under: other(tex.under) };
    case 'indicator':
      return { ...tex, left: other(tex.left), right: other(tex.right) };
    case 'list':
      return { ...tex, parts: tex.parts.map(other) };
    case 'raised':
      return tex.to === '\\top' ? texTransposed(other(tex.of)) : { ...tex, of: other(tex.of) };
    default:
      return { ...tex, of: other(tex.of) };
  }
}

/** The same statement about the transposes of all its arrays: matrix products turn round, (A B)ᵀ = Bᵀ Aᵀ. */
export function turnedRound(tex: Tex): Tex {
  const turned = withParts(tex, turnedRound);
  const isOrdered = turned.kind === 'product' && turned.joint === 'matrices';
  return isOrdered ? { ...turned, factors: turned.factors.toReversed() } : turned;
}

export function texOf(tex: Tex): string {
  switch (tex.kind) {
    case 'atom':
      return tex.text;
    case 'sum':
      return tex.terms.map(termOf).join('');
    case 'negative':
      return `-${within('factor', tex.of)}`;
    case 'product':
      return tex.factors.map((factor) => within('factor', factor)).join(jointOf(tex));
    case 'fraction':
      return `\\frac{${texOf(tex.over)}}{${texOf(tex.under)}}`;
    case 'root':
      return `\\sqrt{${texOf(tex.of)}}`;
    case 'raised':
      return `${baseOf(tex.of)}^{${tex.to}}`;
    case 'call':
      return `${tex.name}\\left(${texOf(tex.of)}\\right)`;
    case 'list':
      return tex.parts.map(texOf).join(', ');
    case 'indicator':
      return `\\left[${texOf(tex.left)} ${tex.relation} ${texOf(tex.right)}\\right]`;
  }
}

const within = (place: keyof typeof needsBrackets, part: Tex): string =>
  needsBrackets[place](part) ? `\\left(${texOf(part)}\\right)` : texOf(part);

const termOf = (term: Tex, place: number): string => {
  if (term.kind === 'negative') return `${place ? ' ' : ''}-${place ? ' ' : ''}${within('factor', term.of)}`;
  return `${place ? ' + ' : ''}${within('term', term)}`;
};

/** TeX allows one superscript each; the braces make room for a second. */
const baseOf = (part: Tex): string => {
  const text = within('base', part);
  return text.includes('^') && !needsBrackets.base(part) ? `{${text}}` : text;
};

/** Between single numbers stands a dot: without it they would read as one, and they have no elements for ⊙ to go by. */
export function jointOf({ joint, factors }: Extract<Tex, { kind: 'product' }>): string {
  const isDotted = factors.some(isSingle);
  if (joint === 'beside' || joint === 'matrices') return isDotted ? ' \\cdot ' : '\\,';
  if (joint === 'elementwise' && isDotted) return ' \\cdot ';
  return { elementwise: ' \\odot ', convolution: ' * ', 'transposed convolution': ' *^{\\top} ' }[joint];
}
