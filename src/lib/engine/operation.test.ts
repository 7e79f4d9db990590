import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specimens, type Specimen } from '../../tests/random-operands.ts';
import { seed } from '../../tests/seed.ts';
import { alike, backwardRule, mustBeSingle, refuse, type Operation, type Rows } from './operation.ts';
import { operations } from './operations.ts';
import { sizeOf } from './shapes.ts';

const table = Object.entries<Operation>(operations);

interface Use extends Specimen {
  readonly y: Float64Array;
}

/** Several uses of one operation with operands of the same shapes. */
const uses = (name: string, operation: Operation, count: number): fc.Arbitrary<Use[]> =>
  specimens(name, count).map((all) => all.map((specimen) => ({ ...specimen, y: forward(operation, specimen) })));

function forward(
  { forward: kernel }: Operation,
  { x, context }: Pick<Specimen, 'x' | 'context'>,
  copies = 1,
): Float64Array {
  const y = new Float64Array(copies * sizeOf(context.result));
  kernel(y, x, context);
  return y;
}

function backward(operation: Operation, { x, y, g, context }: Use, k: number): Float64Array {
  const d = new Float64Array(x[k].length);
  backwardRule(operation, k)(d, g, y, x, context, k);
  return d;
}

const sum = (shares: readonly Float64Array[]) =>
  shares[0].map((_, i) => shares.reduce((total, share) => total + share[i], 0));
const near = (a: Float64Array, b: Float64Array, shares: readonly Float64Array[]): boolean =>
  a.every((number, i) => {
    const terms = shares.reduce((sum, share) => sum + Math.abs(share[i]), 0);
    return Math.abs(number - b[i]) <= 1e-13 * Math.max(1, terms);
  });

describe.each(table.filter(([, { overTime }]) => overTime))('%s, after the loop over time', (name, operation) => {
  it('gives an operand that stays the same what the timesteps would have given one by one', () => {
    let tried = 0;
    const claim = (timesteps: readonly Use[]) => {
      const [{ context, x }] = timesteps;
      x.forEach((operand, k) => {
        const add = operation.overTime!(k, context);
        if (!add) return;
        tried++;
        const shares = timesteps.map((use) => backward(operation, use, k));
        const start = new Float64Array(operand.length).fill(0.5);
        const d = start.slice();
        const rows = x.map((_, j) => rowsOf(timesteps.map((use) => use.x[j])));
        add(d, rowsOf(timesteps.map(({ g }) => g)), rows, timesteps.length);
        const all = [start, ...shares];
        expect(near(d, sum(all), all), `operand ${k}`).toBe(true);
      });
    };
    const counts = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(
        counts.chain((count) => uses(name, operation, count)),
        claim,
      ),
      { numRuns: 80, seed },
    );
    expect(tried).toBeGreaterThan(0);
  });
});

/** The arrays as rows of a wider table, as they lie among other values; what lies between must not count. */
function rowsOf(arrays: readonly Float64Array[]): Rows {
  const width = arrays[0].length;
  const [stride, offset] = [width + 3, 2];
  const data = new Float64Array(offset + arrays.length * stride).fill(NaN);
  arrays.forEach((array, row) => data.set(array, offset + row * stride));
  return { data, offset, stride, width };
}

describe.each(table.filter(([, { stacks }]) => stacks))('%s, several in one', (name, operation) => {
  const stacked = (all: readonly Use[]): Use => {
    const { context, x } = all[0];
    const shared = x.map((operand, k) =>
      operation.stacks!(k, context) ? Float64Array.from(all.flatMap((use) => [...use.x[k]])) : operand,
    );
    const together = { context, x: shared };
    return {
      ...together,
      g: Float64Array.from(all.flatMap(({ g }) => [...g])),
      y: forward(operation, together, all.length),
    };
  };
  /** What does not stack is one and the same operand in all of them. */
  const sharing = (all: readonly Use[]): Use[] =>
    all.map((use) => {
      const x = use.x.map((own, k) => (operation.stacks!(k, use.context) ? own : all[0].x[k]));
      return { ...use, x, y: forward(operation, { context: use.context, x }) };
    });
  const claim = (all: readonly Use[]) => {
    const alone = sharing(all);
    const one = stacked(alone);
    expect([...one.y], 'forward, to the bit').toEqual(alone.flatMap(({ y }) => [...y]));
    one.x.forEach((_, k) => {
      const shares = alone.map((use) => backward(operation, use, k));
      const together = backward(operation, one, k);
      const own = operation.stacks!(k, one.context);
      const expected = own ? Float64Array.from(shares.flatMap((share) => [...share])) : sum(shares);
      expect(near(together, expected, own ? [expected] : shares), `operand ${k}`).toBe(true);
    });
  };

  it('laid on top of each other give what each gives alone', () => {
    fc.assert(fc.property(uses(name, operation, 3), claim), { numRuns: 60, seed });
  });
});

describe('shapes that do not fit', () => {
  const a = { name: 'a', shape: [4, 3] };
  const b = { name: 'b', shape: [2] };
  const c = { name: 'c', shape: [] };

  it('are refused with the names and shapes of all operands', () => {
    expect(() => refuse([a, b, c])).toThrow('a is 4×3, b is 2, c is a single number: their shapes should be the same');
    expect(() => alike([a, b])).toThrow('a is 4×3, b is 2: their shapes should be the same');
    expect(() => mustBeSingle(b)).toThrow('b is 2: a single number belongs here');
  });

  it('and those that fit are not', () => {
    expect(alike([a, { name: 'd', shape: [4, 3] }])).toEqual([4, 3]);
    expect(() => mustBeSingle(c)).not.toThrow();
  });
});
