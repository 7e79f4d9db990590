/** A formula in a row of tokens, each with what stands in the row of symbols and what beneath it in the row of numbers. */
import { isSingle, needsBrackets, type Tex } from '#lib/engine/tex.ts';
import type { NamedRun } from './named-run.ts';
import { isSigned } from './number.ts';
import { slotNumbers, slotStyle, type Slot } from './slot.ts';
import type { Power } from './symbol.ts';

export interface SlotToken {
  readonly kind: 'slot';
  readonly slot: Slot;
  readonly bracketed: boolean;
  readonly power?: Power;
}

/** Operators, names of functions, brackets: the same in both rows, unless `numbers` says otherwise. */
export interface Sign {
  readonly kind: 'sign';
  readonly role: 'operator' | 'relation' | 'name' | 'constant' | 'open' | 'close' | 'raised';
  readonly text: string;
  readonly numbers?: string;
  /** Around arrays, or at such a bracket: in the row of numbers as tall as they are. */
  readonly isTall?: boolean;
}

export type Token = SlotToken | Sign;

const sign = (role: Sign['role'], text: string, numbers?: string): Sign => ({ kind: 'sign', role, text, numbers });

/** The terms of a sum, each with the sign in front of it. What is no sum is one term. */
export function termsOf(model: NamedRun, tex: Tex): Token[][] {
  if (tex.kind !== 'sum') return [tokensOf(model, tex)];
  return tex.terms.map((term, place) => {
    if (term.kind === 'negative') return [sign('operator', '−'), ...partOf(model, 'factor', term.of)];
    return [...(place ? [sign('operator', '+')] : []), ...partOf(model, 'term', term)];
  });
}

export function tokensOf(model: NamedRun, tex: Tex): Token[] {
  const inside = (of: Tex, bracketed = false): Token[] => insideOf(model, of, bracketed);
  const part = (place: Place, of: Tex): Token[] => partOf(model, place, of);
  switch (tex.kind) {
    case 'atom':
      return tex.slot ? [{ kind: 'slot', slot: tex.slot as Slot, bracketed: false }] : [plainSign(plainText(tex.text))];
    case 'sum':
      return termsOf(model, tex).flat();
    case 'negative':
      return [sign('operator', '−'), ...part('factor', tex.of)];
    case 'product':
      return tex.factors.flatMap((factor, place) => [
        ...(place ? jointsOf(model, tex) : []),
        ...part('factor', factor),
      ]);
    case 'fraction':
      return [...part('factor', tex.over), sign('operator', '/'), ...part('factor', tex.under)];
    case 'root':
      return [sign('name', '√'), ...inside(tex.of, true)];
    case 'raised': {
      const base = part('base', tex.of);
      const [slot] = base;
      // A power belongs to its symbol; a single number turned on its side is itself.
      if (base.length === 1 && slot.kind === 'slot') return [{ ...slot, power: tex.to }];
      return [...base, { ...sign('raised', tex.to === '2' ? '2' : '⊤'), isTall: hasArray(model, base) }];
    }
    case 'call':
      return [sign('name', plainText(tex.name)), ...inside(tex.of, true)];
    case 'list':
      return tex.parts.flatMap((each, place) => [...(place ? [sign('operator', ',')] : []), ...inside(each)]);
    case 'indicator':
      return enclosed(model, '[]', [...inside(tex.left), sign('operator', tex.relation), ...inside(tex.right)]);
  }
}

type Place = keyof typeof needsBrackets;

const insideOf = (model: NamedRun, of: Tex, bracketed: boolean): Token[] =>
  bracketed ? enclosed(model, '()', tokensOf(model, of)) : tokensOf(model, of);

function enclosed(model: NamedRun, [open, close]: string, tokens: readonly Token[]): Token[] {
  const isTall = hasArray(model, tokens);
  return [{ ...sign('open', open), isTall }, ...tokens, { ...sign('close', close), isTall }];
}

const hasArray = (model: NamedRun, tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'slot' && slotNumbers(model, token.slot).length > 1);

/** A number of the formula itself is set as numbers are. */
const plainSign = (text: string): Sign => sign(/^\d/.test(text) ? 'constant' : 'name', text);

/** In brackets where the symbols need them; where only a signed number does, the slot brings its own. */
function partOf(model: NamedRun, place: Place, of: Tex): Token[] {
  if (of.kind !== 'atom' || !of.slot) return insideOf(model, of, needsBrackets[place](of));
  return [{ kind: 'slot', slot: of.slot as Slot, bracketed: needsBrackets[place](numeric(model, of)) }];
}

/**
 * With a number in the symbol's place, signed wherever it could be: brackets that came and went would move all the rest.
 * An array has brackets of its own and never needs more.
 */
function numeric(model: NamedRun, part: Tex): Tex {
  if (part.kind !== 'atom' || !part.slot) return part;
  const slot = part.slot as Slot;
  if (slotNumbers(model, slot).length > 1) return part;
  return { ...part, signed: isSigned(slotStyle(model, slot)), single: true };
}

/** Matrix and vector stand side by side; single numbers would read as one without a dot, and have no elements for ⊙. */
function jointsOf(model: NamedRun, { joint, factors }: Extract<Tex, { kind: 'product' }>): Sign[] {
  const areNumbersDotted = factors.some((factor) => isSingle(numeric(model, factor)));
  if (joint === 'beside' || joint === 'matrices') {
    const [symbols, numbers] = [factors.some(isSingle), areNumbersDotted].map((isDotted) => (isDotted ? '·' : ''));
    return symbols || numbers ? [sign('operator', symbols, numbers)] : [];
  }
  if (joint === 'elementwise' && areNumbersDotted) return [sign('operator', '·')];
  return [sign('operator', { elementwise: '⊙', convolution: '∗', 'transposed convolution': '∗ᵀ' }[joint])];
}

const names: Readonly<Record<string, string>> = {
  '\\sigma': 'σ',
  '\\sum': 'Σ',
  '\\textstyle\\sum': 'Σ',
  '\\cdots': '⋯',
};

/** The few pieces of TeX that operations put around their operands: `\tanh`, `\operatorname{ReLU}`, `\tfrac{1}{2}`. */
const plainText = (tex: string): string =>
  names[tex] ??
  tex
    .replace(/\\tfrac\{(\d+)\}\{(\d+)\}/, '$1/$2')
    .replace(/\\operatorname\{(\w+)\}/, ' $1')
    .replace(/\\/g, '')
    .trim();
