import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';

const many = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const variance = (numbers: readonly number[]) => mean(numbers.map((x) => (x - mean(numbers)) ** 2));

/** sfc32 as its author states it, in whole numbers of any length. */
function* sfc32(seed: bigint): Generator<bigint> {
  const mask = 0xffffffffn;
  let [a, b, c, counter] = [0n, seed & mask, 0n, 1n];
  for (let round = 0; ; round++) {
    const result = (a + b + counter) & mask;
    counter = (counter + 1n) & mask;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & mask;
    c = (((c << 21n) | (c >> 11n)) + result) & mask;
    if (round >= 12) yield result;
  }
}

describe('a seed', () => {
  it('decides every number, to the bit', () => {
    const random = new Random(1);
    expect(many(3, () => random.uniform())).toEqual([0.4684900748426659, 0.39758921723365603, 0.47181193818790734]);
    expect(many(3, () => random.normal())).toEqual([0.4269693729881331, -1.0565288808725097, 0.7869810832150688]);
    expect(many(5, () => random.below(10))).toEqual([5, 3, 2, 3, 3]);
  });

  it('gives the numbers of sfc32', () => {
    const random = new Random(987654321);
    const words = sfc32(987654321n);
    for (let i = 0; i < 100; i++) {
      const [top, bottom] = [words.next().value as bigint, words.next().value as bigint];
      expect(random.uniform()).toBe(Number((top >> 5n) * 67108864n + (bottom >> 6n)) / 2 ** 53);
    }
  });

  it('gives other numbers than its neighbours', () => {
    const firsts = new Set([-1, 0, 1, 2, 3].map((seed) => new Random(seed).uniform()));
    expect(firsts.size).toBe(5);
  });
});

describe('numbers', () => {
  const random = new Random(7);

  it('of a range are in it, and evenly spread', () => {
    const numbers = many(20000, () => random.uniform(-3, 5));
    expect(numbers.every((x) => x >= -3 && x < 5)).toBe(true);
    expect(Math.abs(mean(numbers) - 1)).toBeLessThan(0.08);
    expect(Math.abs(variance(numbers) - 64 / 12)).toBeLessThan(0.2);
    const tenths = many(10, () => 0);
    for (const x of numbers) tenths[Math.floor(((x + 3) / 8) * 10)]++;
    expect(tenths.every((count) => Math.abs(count - 2000) < 200)).toBe(true);
  });

  it('below a count are whole, and all of them come', () => {
    const numbers = new Set(many(500, () => random.below(7)));
    expect([...numbers].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('of the normal distribution have its mean, its deviation and its tails', () => {
    const numbers = many(20000, () => random.normal());
    expect(Math.abs(mean(numbers))).toBeLessThan(0.03);
    expect(Math.abs(variance(numbers) - 1)).toBeLessThan(0.05);
    const within = (bound: number) => numbers.filter((x) => Math.abs(x) < bound).length / numbers.length;
    expect(within(1)).toBeCloseTo(0.6827, 1);
    expect(within(2)).toBeCloseTo(0.9545, 2);
  });

  it('of the normal distribution are independent of the one before', () => {
    const numbers = many(20000, () => random.normal());
    expect(Math.abs(mean(numbers.slice(1).map((x, i) => x * numbers[i])))).toBeLessThan(0.03);
  });
});
