/** What a formula says when numbers stand in it, by the rules of matrices and no others: the page's claim, computed. */
import { range } from '#lib/engine/instances.ts';
import type { Tex } from '#lib/engine/tex.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { gridOf } from '#lib/formula/numerals.ts';
import { slotNumbers, slotShape, type Slot } from '#lib/formula/slot.ts';
import { each, elementwise, matrixProduct, times, total, transposed, type Matrix } from './matrix.ts';
import { calledWith } from './written-calls.ts';

/** The numbers of a place in a formula. */
export function laidOut(named: NamedRun, slot: Slot, numbers = slotNumbers(named, slot)): Matrix {
  const { rows, columns, elementAt } = gridOf(named, slotShape(named, slot));
  return range(0, rows - 1).map((row) => range(0, columns - 1).map((column) => numbers[elementAt(row, column)]));
}

function literal(text: string): Matrix {
  const [, over, under] = /^\\tfrac\{(\d+)\}\{(\d+)\}$/.exec(text) ?? [];
  return [[over ? Number(over) / Number(under) : Number(text)]];
}

export function writtenValue(named: NamedRun, tex: Tex): Matrix {
  const of = (part: Tex): Matrix => writtenValue(named, part);
  switch (tex.kind) {
    case 'atom':
      return tex.slot ? laidOut(named, tex.slot as Slot) : literal(tex.text);
    case 'sum':
      return tex.terms.map(of).reduce((sum, term) => elementwise(sum, term, (a, b) => a + b));
    case 'negative':
      return each(of(tex.of), (x) => -x);
    case 'product':
      return productOf(tex.factors, tex.joint === 'matrices' ? matrixProduct : times, of);
    case 'fraction':
      return elementwise(of(tex.over), of(tex.under), (a, b) => a / b);
    case 'root':
      return each(of(tex.of), Math.sqrt);
    case 'raised':
      return tex.to === '2' ? each(of(tex.of), (x) => x * x) : transposed(of(tex.of));
    case 'call':
      return calledWith(tex.name, (tex.of.kind === 'list' ? tex.of.parts : [tex.of]).map(of));
    case 'indicator':
      return elementwise(of(tex.left), of(tex.right), (a, b) => Number(tex.relation === '>' ? a > b : a === b));
    case 'list':
      throw new Error('arguments stand in the brackets of a function, not by themselves');
  }
}

/** Σ sums over the elements of all that follows it. */
function productOf(factors: readonly Tex[], join: typeof times, of: (part: Tex) => Matrix): Matrix {
  const [first, ...rest] = factors;
  const isSum = first.kind === 'atom' && first.text.endsWith('\\sum');
  if (isSum) return [[total(productOf(rest, join, of))]];
  return rest.length ? join(of(first), productOf(rest, join, of)) : of(first);
}
