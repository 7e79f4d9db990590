import { describe, expect, it } from 'vitest';
import truth from './elementary-truth.json' with { type: 'json' };
import { exp, log, log1p, sigmoid, softplus, tanh } from './elementary.ts';

type RealFunction = (x: number) => number;

const functions: Record<keyof typeof truth, RealFunction> = { exp, sigmoid, tanh, log, log1p, softplus };

const view = new DataView(new ArrayBuffer(8));

/** The place of a double among all doubles, so that neighbours differ by 1 and ±0 share 0. */
function rank(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

function atRank(place: bigint): number {
  view.setBigInt64(0, place < 0n ? -place : place);
  const size = view.getFloat64(0);
  return place < 0n ? -size : size;
}

function ulpsApart(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Object.is(a, b) ? 0 : Infinity;
  const apart = Number(rank(a) - rank(b));
  return apart < 0 ? -apart : apart;
}

function sweep(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * (i + 0.5)) / count);
}

function farthest(ours: RealFunction, theirs: RealFunction, points: number[]): { at: number; ulps: number } {
  let worst = { at: NaN, ulps: -1 };
  for (const x of points) {
    const ulps = ulpsApart(ours(x), theirs(x));
    if (ulps > worst.ulps) worst = { at: x, ulps };
  }
  return worst;
}

// The values in elementary-truth.json were computed to 60 decimal digits and then rounded to the nearest double.
describe('against values known to 60 digits', () => {
  for (const [name, pairs] of Object.entries(truth)) {
    it(`${name} is within 2 ulp`, () => {
      expect(pairs.length).toBeGreaterThanOrEqual(40);
      const ours = functions[name as keyof typeof truth];
      const misses = pairs.filter(([x, y]) => ulpsApart(ours(x), y) > 2).map(([x, y]) => ({ x, y, ours: ours(x) }));
      expect(misses).toEqual([]);
    });
  }

  it('exp, log and log1p are within 1 ulp', () => {
    for (const name of ['exp', 'log', 'log1p'] as const) {
      for (const [x, y] of truth[name])
        expect(ulpsApart(functions[name](x), y), `${name}(${x})`).toBeLessThanOrEqual(1);
    }
  });
});

describe('against the functions of the engine, which are themselves a bit or two off', () => {
  const count = 50_000;
  const cases: [string, RealFunction, RealFunction, number, [number, number][]][] = [
    [
      'exp',
      exp,
      Math.exp,
      2,
      [
        [-1, 1],
        [-40, 40],
        [-745, 709],
      ],
    ],
    [
      'sigmoid',
      sigmoid,
      (x) => 1 / (1 + Math.exp(-x)),
      3,
      [
        [-1, 1],
        [-30, 40],
      ],
    ],
    [
      'tanh',
      tanh,
      Math.tanh,
      3,
      [
        [-0.05, 0.05],
        [-1, 1],
        [-25, 25],
      ],
    ],
    [
      'log',
      log,
      Math.log,
      2,
      [
        [0.5, 2],
        [0, 100],
        [0, 1e308],
      ],
    ],
    [
      'log1p',
      log1p,
      Math.log1p,
      2,
      [
        [-0.999, 1],
        [0, 1e-3],
        [0, 1e6],
      ],
    ],
    [
      'softplus',
      softplus,
      (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
      3,
      [
        [-1, 1],
        [-40, 40],
      ],
    ],
  ];
  for (const [name, ours, theirs, allowed, ranges] of cases) {
    it(`${name} is within ${allowed} ulp`, () => {
      for (const [low, high] of ranges) {
        const { at, ulps } = farthest(ours, theirs, sweep(low, high, count));
        expect(ulps, `at ${at}`).toBeLessThanOrEqual(allowed);
      }
    });
  }

  it('every function keeps its relative accuracy down to the smallest numbers', () => {
    for (let x = 5e-324; x < 0.1; x *= 1.7 + x) {
      for (const tiny of [x, -x]) {
        expect(ulpsApart(tanh(tiny), Math.tanh(tiny)), `tanh(${tiny})`).toBeLessThanOrEqual(3);
        expect(ulpsApart(log1p(tiny), Math.log1p(tiny)), `log1p(${tiny})`).toBeLessThanOrEqual(2);
      }
      expect(ulpsApart(log(x), Math.log(x)), `log(${x})`).toBeLessThanOrEqual(2);
    }
    // Here the 1 in the denominator no longer counts, so the tail of the sigmoid is the exponential.
    for (const x of sweep(-745, -38, 10_000)) {
      expect(sigmoid(x)).toBe(exp(x));
      expect(ulpsApart(softplus(x), exp(x))).toBeLessThanOrEqual(1);
    }
  });
});

describe('exact properties', () => {
  it('tanh is odd to the bit and keeps the sign of zero', () => {
    for (const x of [...sweep(-30, 30, 20_000), ...sweep(-1e-3, 1e-3, 2_000), 1e-300, 5e-324, 0, Infinity]) {
      expect(Object.is(tanh(-x), -tanh(x)), `x = ${x}`).toBe(true);
    }
    expect(tanh(-0)).toBe(-0);
    expect(log1p(-0)).toBe(-0);
  });

  it('nothing decreases across the joints of the table', () => {
    const step = 0.6931471805599453 / 64;
    const climbs = (f: RealFunction, joint: number) => {
      const place = rank(joint);
      for (let i = -8n; i < 8n; i++) {
        const [x, next] = [atRank(place + i), atRank(place + i + 1n)];
        if (!(f(next) >= f(x))) return `${f.name} falls after ${x}`;
      }
      return 'climbs';
    };
    for (let k = -700; k < 700; k++) {
      const joint = (k + 0.5) * step;
      expect(climbs(exp, joint)).toBe('climbs');
      expect(climbs(exp, joint * 64)).toBe('climbs');
    }
    for (let m = -1022; m <= 1023; m++)
      expect(climbs(log, atRank(BigInt(m + 1022) * 2n ** 52n + rank(2 ** -1022 * Math.SQRT2)))).toBe('climbs');
  });

  it('the bounded functions stay within their bounds', () => {
    for (const x of sweep(-1500, 1500, 20_000)) {
      expect(Math.abs(tanh(x))).toBeLessThanOrEqual(1);
      expect(sigmoid(x)).toBeGreaterThanOrEqual(0);
      expect(sigmoid(x)).toBeLessThanOrEqual(1);
    }
  });
});

describe('at the extremes', () => {
  const extremes: [string, RealFunction, [number, number][]][] = [
    [
      'exp',
      exp,
      [
        [0, 1],
        [-0, 1],
        [709.782712893384, 1.7976931348622732e308],
        [709.7827128933841, Infinity],
        [1e308, Infinity],
        [Infinity, Infinity],
        [-745.1332191019411, 5e-324],
        [-745.1332191019412, 0],
        [-1e308, 0],
        [-Infinity, 0],
        [NaN, NaN],
      ],
    ],
    [
      'sigmoid',
      sigmoid,
      [
        [0, 0.5],
        [-0, 0.5],
        [1500, 1],
        [-1500, 0],
        [Infinity, 1],
        [-Infinity, 0],
        [NaN, NaN],
      ],
    ],
    [
      'tanh',
      tanh,
      [
        [0, 0],
        [22, 1],
        [-22, -1],
        [1500, 1],
        [-1500, -1],
        [Infinity, 1],
        [-Infinity, -1],
        [NaN, NaN],
      ],
    ],
    [
      'log',
      log,
      [
        [1, 0],
        [0, -Infinity],
        [-0, -Infinity],
        [-5e-324, NaN],
        [-Infinity, NaN],
        [Infinity, Infinity],
        [NaN, NaN],
      ],
    ],
    [
      'log1p',
      log1p,
      [
        [0, 0],
        [-1, -Infinity],
        [-1.5, NaN],
        [-Infinity, NaN],
        [Infinity, Infinity],
        [NaN, NaN],
      ],
    ],
    [
      'softplus',
      softplus,
      [
        [0, 0.6931471805599453],
        [1500, 1500],
        [-1500, 0],
        [Infinity, Infinity],
        [-Infinity, 0],
        [NaN, NaN],
      ],
    ],
  ];
  for (const [name, f, pairs] of extremes) {
    it(`${name} gives the limit, and NaN only where there is none`, () => {
      for (const [x, y] of pairs) expect(f(x), `${name}(${x})`).toBe(y);
    });
  }
});

describe('same bits everywhere', () => {
  // FNV-1a over the bits of the results at arguments that are themselves exact in every engine.
  function fingerprint(f: RealFunction, low: number, high: number): string {
    let hash = 0x811c9dc5;
    let state = 1;
    for (let i = 0; i < 10_000; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      view.setFloat64(0, f(low + (high - low) * (state / 4294967296)));
      for (let byte = 0; byte < 8; byte++) hash = Math.imul(hash ^ view.getUint8(byte), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  }

  it('10,000 results of each function hash to the recorded value', () => {
    expect({
      exp: fingerprint(exp, -746, 710),
      expNearZero: fingerprint(exp, -2, 2),
      sigmoid: fingerprint(sigmoid, -45, 45),
      tanh: fingerprint(tanh, -4, 4),
      log: fingerprint(log, 0, 10),
      log1p: fingerprint(log1p, -1, 10),
      softplus: fingerprint(softplus, -45, 45),
    }).toEqual({
      exp: '943f4166',
      expNearZero: 'b72c7089',
      sigmoid: '7a903d55',
      tanh: 'ae65bdb7',
      log: 'fa2f634b',
      log1p: 'bbf41a6f',
      softplus: 'b696f1aa',
    });
  });
});
