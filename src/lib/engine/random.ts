import { log } from './elementary.ts';

/**
 * Random numbers that a seed determines to the bit, in every browser: the generator sfc32 (Chris Doty-Humphrey's small
 * fast counting generator), 32-bit integer arithmetic only.
 */
export class Random {
  readonly #state: Uint32Array;
  #spare: number | null = null;

  /** @param seed any whole number; its lowest 32 bits count. */
  constructor(seed: number) {
    this.#state = Uint32Array.of(0, seed, 0, 1);
    // Close seeds start alike; a dozen rounds drive them apart.
    for (let round = 0; round < 12; round++) this.#next();
  }

  /** Evenly spread over low ≤ x ≤ high, on a grid of 2⁵³ points; high itself only by rounding. */
  uniform(low = 0, high = 1): number {
    const top = this.#next() >>> 5;
    const bottom = this.#next() >>> 6;
    return low + ((high - low) * (top * 67108864 + bottom)) / 9007199254740992;
  }

  /** A whole number, 0 ≤ n < count. */
  below(count: number): number {
    return Math.floor(this.uniform(0, count));
  }

  /** Normally distributed with mean 0 and deviation 1, by Marsaglia's polar method, which needs no sine. */
  normal(): number {
    if (this.#spare !== null) {
      const kept = this.#spare;
      this.#spare = null;
      return kept;
    }
    for (;;) {
      const [u, v] = [this.uniform(-1, 1), this.uniform(-1, 1)];
      const square = u * u + v * v;
      if (square === 0 || square >= 1) continue;
      const stretch = Math.sqrt((-2 * log(square)) / square);
      this.#spare = v * stretch;
      return u * stretch;
    }
  }

  #next(): number {
    const state = this.#state;
    const [a, b, c, counter] = state;
    const result = (a + b + counter) >>> 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + result;
    state[3] = counter + 1;
    return result;
  }
}
