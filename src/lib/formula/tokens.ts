/** A formula in a row of tokens, each with what stands in the row of symbols and what beneath it in the row of numbers. */
import { isSingle, needsBrackets, type Tex } from '#lib/engine/tex.ts';
import type { NamedRun } from './named-run.ts';
import { slotTex, type Slot } from './slot.ts';
import type { Power } from './symbol.ts';

export type Token =
  | { readonly kind: 'slot'; readonly slot: Slot; readonly bracketed: boolean; readonly power?: Power }
  /** Operators, names of functions, brackets: the same in both rows, unless `numbers` says otherwise. */
  | {
      readonly kind: 'sign';
      readonly role: 'operator' | 'name' | 'open' | 'close' | 'raised';
      readonly text: string;
      readonly numbers?: string;
    };

const sign = (role: Extract<Token, { kind: 'sign' }>['role'], text: string, numbers?: string): Token => ({
  kind: 'sign',
  role,
  text,
  numbers,
});
const [open, close] = [sign('open', '('), sign('close', ')')];

export function tokensOf(model: NamedRun, tex: Tex): Token[] {
  const inside = (part: Tex, bracketed = false): Token[] =>
    bracketed ? [open, ...tokensOf(model, part), close] : tokensOf(model, part);
  const numeric = (part: Tex): Tex => (part.kind === 'atom' && part.slot ? slotTex(model, part.slot as Slot) : part);
  /** In brackets where the symbols need them; where only a signed number does, the slot brings its own. */
  const part = (place: keyof typeof needsBrackets, of: Tex): Token[] => {
    if (of.kind !== 'atom' || !of.slot) return inside(of, needsBrackets[place](of));
    return [{ kind: 'slot', slot: of.slot as Slot, bracketed: needsBrackets[place](numeric(of)) }];
  };
  switch (tex.kind) {
    case 'atom':
      return tex.slot
        ? [{ kind: 'slot', slot: tex.slot as Slot, bracketed: false }]
        : [sign('name', plainText(tex.text))];
    case 'sum':
      return tex.terms.flatMap((term, place) => {
        if (term.kind === 'negative') return [sign('operator', '−'), ...part('factor', term.of)];
        return [...(place ? [sign('operator', '+')] : []), ...part('term', term)];
      });
    case 'negative':
      return [sign('operator', '−'), ...part('factor', tex.of)];
    case 'product':
      return tex.factors.flatMap((factor, place) => [
        ...(place
          ? [
              joint(
                tex.joint,
                tex.factors.some((each) => isSingle(numeric(each))),
              ),
            ]
          : []),
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
      return [...base, sign('raised', tex.to === '2' ? '2' : '⊤')];
    }
    case 'call':
      return [sign('name', plainText(tex.name)), ...inside(tex.of, true)];
    case 'indicator':
      return [
        sign('open', '['),
        ...inside(tex.left),
        sign('operator', tex.relation),
        ...inside(tex.right),
        sign('close', ']'),
      ];
  }
}

type Joint = Extract<Tex, { kind: 'product' }>['joint'];

/** Matrix and vector stand side by side; single numbers would read as one without a dot. */
function joint(kind: Joint, single: boolean): Token {
  if (kind === 'beside') return sign('operator', '', single ? '·' : '');
  return sign('operator', { elementwise: '⊙', convolution: '∗', 'transposed convolution': '∗ᵀ' }[kind]);
}

const names: Readonly<Record<string, string>> = { '\\sigma': 'σ', '\\sum': 'Σ', '\\textstyle\\sum': 'Σ' };

/** The few pieces of TeX that operations put around their operands: `\tanh`, `\operatorname{ReLU}`, `\tfrac{1}{2}`. */
const plainText = (tex: string): string =>
  names[tex] ??
  tex
    .replace(/\\tfrac\{(\d+)\}\{(\d+)\}/, '$1/$2')
    .replace(/\\operatorname\{(\w+)\}/, ' $1')
    .replace(/\\/g, '')
    .trim();
