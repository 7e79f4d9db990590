import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { specimens, type Specimen } from '../../tests/random-operands.ts';
import { seed } from '../../tests/seed.ts';
import { backwardRule, type Operation } from './operation.ts';
import { operations } from './operations.ts';
import { differentiate, evaluate, read, type Reader, type Scalar } from './scalar.ts';
import { sizeOf } from './shapes.ts';
import { atom, texOf } from './tex.ts';

const table = Object.entries<Operation>(operations);

describe.each(table)('%s', (name, operation) => {
  /** Tries a claim on random operands and a random gradient of the result. */
  const always = (claim: (specimen: Specimen) => void) => {
    fc.assert(
      fc.property(specimens(name, 1), ([specimen]) => claim(specimen)),
      { numRuns: 60, seed },
    );
  };

  it('has a finite value for the numbers it is tried on', () => {
    always((specimen) => {
      const why = 'if it has no value for some numbers, say so in src/tests/random-operands.ts';
      expect(forward(operation, specimen).every(Number.isFinite), why).toBe(true);
    });
  });

  it('forward computes what `element` states', () => {
    always((specimen) => {
      const y = forward(operation, specimen);
      const misses = elements(operation, specimen).flatMap((scalar, i) => {
        const stated = evaluate(scalar, readerOf(specimen));
        return near(y[i], stated, magnitude(scalar, readerOf(specimen))) ? [] : [{ i, kernel: y[i], stated }];
      });
      expect(misses).toEqual([]);
    });
  });

  it('gives nothing outside the range that it states', () => {
    const [lowest, highest] = operation.range ?? [-Infinity, Infinity];
    always((specimen) => {
      expect([...forward(operation, specimen)].filter((y) => y < lowest || y > highest)).toEqual([]);
    });
  });

  it('forward overwrites what was there, and touches nothing but its result', () => {
    always((specimen) => {
      const before = specimen.x.map((array) => array.slice());
      expect(forward(operation, specimen, NaN)).toEqual(forward(operation, specimen, 7));
      expect(specimen.x).toEqual(before);
    });
  });

  it('backward is, for every operand, the derivative of `element`', () => {
    always((specimen) => {
      const stated = derivatives(operation, specimen);
      specimen.x.forEach((_, k) => {
        const share = backward(operation, specimen, k);
        const misses = [...share].flatMap((kernel, i) =>
          near(kernel, stated[k][i].sum, stated[k][i].magnitude) ? [] : [{ k, i, kernel, stated: stated[k][i].sum }],
        );
        expect(misses).toEqual([]);
      });
    });
  });

  it('backward agrees with central differences of forward', () => {
    always((specimen) => {
      const misses = specimen.x.flatMap((x, k) => {
        const share = backward(operation, specimen, k);
        return [...x.keys()].flatMap((i) => {
          const { slope, isKink } = differenceQuotient(operation, specimen, k, i);
          return isKink || Math.abs(slope - share[i]) <= 1e-6 * Math.abs(slope) + 1e-8
            ? []
            : [{ k, i, slope, kernel: share[i] }];
        });
      });
      expect(misses).toEqual([]);
    });
  });

  it('backward only adds to the gradient it serves', () => {
    always((specimen) => {
      const { g } = specimen;
      const y = forward(operation, specimen);
      const inputs = [g, y, ...specimen.x];
      const before = inputs.map((array) => array.slice());
      specimen.x.forEach((x, k) => {
        const share = backward(operation, specimen, k);
        const d = Float64Array.from(x.keys(), (i) => 2 ** (i % 3));
        backwardRule(operation, k)(d, g, y, specimen.x, specimen.context, k);
        expect([...d].filter((sum, i) => !near(sum, 2 ** (i % 3) + share[i], Math.abs(share[i])))).toEqual([]);
      });
      expect(inputs).toEqual(before);
    });
  });

  it('TeX compiles, names every operand forward and the incoming gradient backward', () => {
    always(({ context, x }) => {
      const symbols = x.map((_, k) => atom(`x_{${k}}`));
      const [g, y] = [atom('g_{y}'), atom('y_{y}')];
      const whole = texOf(operation.tex(symbols, context));
      for (const symbol of symbols) expect(whole).toContain(texOf(symbol));
      const shares = symbols.map((_, k) => texOf(operation.texBackward(k, g, y, symbols, context)));
      for (const share of shares) expect(share).toContain(texOf(g));
      for (const text of [whole, ...shares]) katex.renderToString(text, { throwOnError: true, strict: 'error' });
    });
  });
});

function forward(
  { forward: kernel }: Operation,
  { x, context }: Pick<Specimen, 'x' | 'context'>,
  before = 0,
): Float64Array {
  const y = new Float64Array(sizeOf(context.result)).fill(before);
  kernel(y, x, context);
  return y;
}

function backward(operation: Operation, specimen: Specimen, k: number): Float64Array {
  const d = new Float64Array(specimen.x[k].length);
  backwardRule(operation, k)(d, specimen.g, forward(operation, specimen), specimen.x, specimen.context, k);
  return d;
}

const readerOf =
  ({ x }: Specimen): Reader =>
  (operand, index) =>
    x[operand][index];

function elements(operation: Operation, { x, context }: Specimen): Scalar[] {
  const readers = x.map((_, operand) => (index: number) => read(operand, index));
  return Array.from({ length: sizeOf(context.result) }, (_, i) => operation.element(i, readers, context));
}

/** Σ|terms|: what the numbers are that were added, however much of them cancelled. */
function magnitude(scalar: Scalar, reader: Reader): number {
  if (scalar.kind === 'sum') return scalar.parts.reduce((total, part) => total + magnitude(part, reader), 0);
  if (scalar.kind === 'product') return scalar.parts.reduce((total, part) => total * magnitude(part, reader), 1);
  return Math.abs(evaluate(scalar, reader));
}

const near = (a: number, b: number, terms: number): boolean => Math.abs(a - b) <= 1e-13 * Math.max(1, terms);

function derivatives(operation: Operation, specimen: Specimen) {
  const found = specimen.x.map(({ length }) => Array.from({ length }, () => ({ sum: 0, magnitude: 0 })));
  elements(operation, specimen).forEach((scalar, i) => {
    differentiate(scalar, readerOf(specimen), ({ operand, index }, derivative) => {
      found[operand][index].sum += specimen.g[i] * derivative;
      found[operand][index].magnitude += Math.abs(specimen.g[i] * derivative);
    });
  });
  return found;
}

function differenceQuotient(operation: Operation, specimen: Specimen, k: number, i: number) {
  const epsilon = 1e-5;
  const at = (by: number): number => {
    const x = specimen.x.map((array) => array.slice());
    x[k][i] += by;
    return forward(operation, { ...specimen, x }).reduce((total, y, place) => total + specimen.g[place] * y, 0);
  };
  const [below, here, above] = [at(-epsilon), at(0), at(epsilon)];
  const slope = (above - below) / (2 * epsilon);
  const wider = (at(2 * epsilon) - at(-2 * epsilon)) / (4 * epsilon);
  // Where the slope jumps the two halves differ; where only its slope does, a quotient depends on its width.
  const jumps = Math.abs(above - 2 * here + below) > 0.01 * epsilon;
  return { slope, isKink: jumps || Math.abs(wider - slope) > 1e-6 * Math.abs(slope) + 1e-8 };
}
