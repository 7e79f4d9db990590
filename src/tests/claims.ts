/** What must be true of every model, whatever its equations. Each claim throws where it is not. */
import { expect } from 'vitest';
import fc from 'fast-check';
import { checkGradient } from '#lib/engine/gradient-check.ts';
import { ledger } from '#lib/engine/ledger.ts';
import { contextOf, type Equation } from '#lib/engine/equations.ts';
import { operations } from '#lib/engine/operations.ts';
import type { Instance } from '#lib/engine/instances.ts';
import type { Run } from '#lib/engine/run.ts';
import { evaluate, read, type Scalar } from '#lib/engine/scalar.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import { address, computed, elementsOf, given, pick, results, sumOfSizes, type Specimen } from './specimen.ts';

/** Analytic and numeric gradient of every given number, and of some computed ones. */
export function gradientsAreSlopes(specimen: Specimen): void {
  const run = computed(specimen);
  // A loss in the thousands has no digits left for a difference of 1e-5.
  fc.pre(Math.abs(run.loss) < 300 && isSmoothAround(run));
  const { program } = run;
  const elements = [...elementsOf(run, given(program)), ...pick(elementsOf(run, results(program)), 25, specimen.seed)];
  const misses = elements.flatMap((element) => {
    const { analytic, numeric } = checkGradient(run, element, element.index);
    const allowed = 1e-6 * Math.max(Math.abs(analytic), Math.abs(numeric)) + 1e-8;
    // Written so that a NaN is a miss.
    return Math.abs(analytic - numeric) <= allowed ? [] : [{ at: address(element, element.index), analytic, numeric }];
  });
  expect(misses).toEqual([]);
}

/** Far enough from kinks and from zero variances for a difference of ±ε to mean something. */
function isSmoothAround(run: Run): boolean {
  return results(run.program).every(({ id, t, sample }) => {
    const value = run.program.graph.values.get(id)!.equation!;
    if (value.operation === 'variance') return run.value(id, t, sample).every((spread) => spread >= 0.01);
    if (value.operation !== 'relu' && value.operation !== 'pool') return true;
    return scalarsOf(run, value, t, sample).every(({ scalar, x }) => isFarFromKink(scalar, x));
  });
}

function isFarFromKink(scalar: Scalar, x: readonly Float64Array[]): boolean {
  if (scalar.kind !== 'call') return true;
  const parts = scalar.parts.map((part) => evaluate(part, (operand, index) => x[operand][index]));
  const [first, second = 0] = parts.sort((a, b) => b - a);
  return Math.abs(first - second) > 1e-3;
}

function scalarsOf(run: Run, equation: Equation, t: number, sample: number) {
  const { x } = run.operands(equation, t, sample);
  const readers = x.map((_, operand) => (index: number) => read(operand, index));
  return Array.from({ length: sizeOf(equation.shape) }, (_, i) => ({
    scalar: operations[equation.operation].element(i, readers, contextOf(equation)),
    x,
  }));
}

/** The entries of every value add up to its gradient. */
export function ledgersAddUp(specimen: Specimen): void {
  const run = computed(specimen);
  const instances = [...given(run.program), ...results(run.program)];
  expect(instances.flatMap((instance) => ledgerMisses(run, instance))).toEqual([]);
}

export function ledgerMisses(run: Run, { id, t, sample }: Instance) {
  const entries = ledger(run, id, t, sample).filter(({ dropped }) => !dropped);
  return [...run.gradient(id, t, sample)].flatMap((total, index) => {
    const terms = entries.map(({ share }) => share[index]);
    const sum = terms.reduce((a, b) => a + b, 0);
    const fits = Math.abs(sum - total) <= 1e-12 * Math.max(1, sumOfSizes(terms));
    return fits ? [] : [{ at: address({ id, t, sample }, index), terms, total }];
  });
}

/** Merging equations changes no value by a bit, and gradients only in the order in which their terms are added. */
export function mergedIsPlain(specimen: Specimen): void {
  const [merged, plain] = [computed(specimen), computed(specimen, { merged: false })];
  expect([merged.program.merged, plain.program.merged]).toEqual([true, false]);
  const instances = [...given(plain.program), ...results(plain.program)];
  const misses = instances.filter(({ id, t, sample }) => {
    const entries = ledger(plain, id, t, sample);
    const [a, b] = [merged.gradient(id, t, sample), plain.gradient(id, t, sample)];
    const close = a.every((g, i) => {
      const terms = entries.map(({ share }) => share[i]);
      return Math.abs(g - b[i]) <= 1e-13 * Math.max(1, sumOfSizes(terms));
    });
    return !close || !sameBits(merged.value(id, t, sample), plain.value(id, t, sample));
  });
  expect(misses.map((miss) => address(miss))).toEqual([]);
}

export const sameBits = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((number, i) => Object.is(number, b[i]));

/** The same seed gives the same bits, in a new run and in one that is run again. */
export function seedsDecide(specimen: Specimen): void {
  const [first, second] = [computed(specimen), computed(specimen)];
  first.forward().backward();
  for (const { id, t, sample } of [...given(first.program), ...results(first.program)]) {
    const at = address({ id, t, sample });
    expect(sameBits(first.value(id, t, sample), second.value(id, t, sample)), at).toBe(true);
    expect(sameBits(first.gradient(id, t, sample), second.gradient(id, t, sample)), at).toBe(true);
  }
}
