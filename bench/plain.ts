/**
 * An LSTM forward and backward through time, written the straightforward way: one loop per equation, the four gates
 * one after the other, every gradient where it arises. It shares nothing with the engine, so it is the engine's
 * yardstick (`run.ts`) and an oracle for tests. The loss is the mean squared error of H over all timesteps and units.
 */
type Numbers = Float64Array;

export interface PlainSizes {
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly timesteps: number;
}

/** Everything at one timestep; of timestep 0, the initial state, only c and h count. Also used for the gradients. */
export interface PlainStep {
  readonly x: Numbers;
  readonly target: Numbers;
  readonly aF: Numbers;
  readonly f: Numbers;
  readonly aI: Numbers;
  readonly i: Numbers;
  readonly aC: Numbers;
  readonly candidate: Numbers;
  readonly kept: Numbers;
  readonly written: Numbers;
  readonly c: Numbers;
  readonly aO: Numbers;
  readonly o: Numbers;
  readonly squashed: Numbers;
  readonly h: Numbers;
}

/** What the engine calls the same numbers. */
export const stepIds = {
  x: 'input',
  target: 'target',
  aF: 'forget.preactivation',
  f: 'forget.gate',
  aI: 'input.preactivation',
  i: 'input.gate',
  aC: 'candidate.preactivation',
  candidate: 'candidate',
  kept: 'cell.kept',
  written: 'cell.written',
  c: 'cell.state',
  aO: 'output.preactivation',
  o: 'output.gate',
  squashed: 'cell.squashed',
  h: 'hidden.state',
} as const satisfies Record<keyof PlainStep, string>;

const letters = ['f', 'i', 'c', 'o'] as const;
type Letter = (typeof letters)[number];

/** Input weights W (H×D), recurrent weights U (H×H) and biases b (H) per gate. Also used for the gradients. */
export interface PlainParameters {
  readonly W: Readonly<Record<Letter, Numbers>>;
  readonly U: Readonly<Record<Letter, Numbers>>;
  readonly b: Readonly<Record<Letter, Numbers>>;
}

export class PlainLstm {
  readonly sizes: PlainSizes;
  readonly parameters: PlainParameters;
  readonly parameterGradients: PlainParameters;
  /** Indexed by timestep, 0…T. */
  readonly values: readonly PlainStep[];
  readonly gradients: readonly PlainStep[];
  loss = 0;

  constructor(sizes: PlainSizes) {
    this.sizes = sizes;
    this.parameters = allocateParameters(sizes);
    this.parameterGradients = allocateParameters(sizes);
    const steps = () => Array.from({ length: sizes.timesteps + 1 }, () => allocateStep(sizes));
    this.values = steps();
    this.gradients = steps();
  }

  forward(): this {
    const { timesteps: T, hiddenSize: H } = this.sizes;
    this.loss = 0;
    for (let t = 1; t <= T; t++) {
      this.#forwardAt(this.values[t], this.values[t - 1]);
      const { h, target } = this.values[t];
      for (let k = 0; k < H; k++) this.loss += (h[k] - target[k]) ** 2 / (T * H);
    }
    return this;
  }

  #forwardAt(now: PlainStep, { c: cBefore, h: hBefore }: PlainStep): void {
    const { x, aF, f, aI, i, aC, candidate, kept, written, c, aO, o, squashed, h } = now;
    const { W, U, b } = this.parameters;
    const H = h.length;
    affine(aF, W.f, x, U.f, hBefore, b.f);
    for (let k = 0; k < H; k++) f[k] = sigmoid(aF[k]);
    affine(aI, W.i, x, U.i, hBefore, b.i);
    for (let k = 0; k < H; k++) i[k] = sigmoid(aI[k]);
    affine(aC, W.c, x, U.c, hBefore, b.c);
    for (let k = 0; k < H; k++) candidate[k] = Math.tanh(aC[k]);
    for (let k = 0; k < H; k++) kept[k] = f[k] * cBefore[k];
    for (let k = 0; k < H; k++) written[k] = i[k] * candidate[k];
    for (let k = 0; k < H; k++) c[k] = kept[k] + written[k];
    affine(aO, W.o, x, U.o, hBefore, b.o);
    for (let k = 0; k < H; k++) o[k] = sigmoid(aO[k]);
    for (let k = 0; k < H; k++) squashed[k] = Math.tanh(c[k]);
    for (let k = 0; k < H; k++) h[k] = o[k] * squashed[k];
  }

  backward(): this {
    const { timesteps: T, hiddenSize: H } = this.sizes;
    for (const family of Object.values(this.parameterGradients)) for (const letter of letters) family[letter].fill(0);
    // What several timesteps add to; every other gradient is overwritten.
    for (const { x, c, h } of this.gradients) for (const sum of [x, c, h]) sum.fill(0);
    for (let t = T; t >= 1; t--) {
      const { h, target } = this.values[t];
      const { h: dh, target: dTarget } = this.gradients[t];
      for (let k = 0; k < H; k++) dh[k] += (2 / (T * H)) * (h[k] - target[k]);
      for (let k = 0; k < H; k++) dTarget[k] = (-2 / (T * H)) * (h[k] - target[k]);
      this.#backwardAt(this.values[t], this.values[t - 1], this.gradients[t], this.gradients[t - 1]);
    }
    return this;
  }

  #backwardAt(now: PlainStep, { c: cBefore, h: hBefore }: PlainStep, d: PlainStep, dBefore: PlainStep): void {
    const { x, f, i, candidate, o, squashed, h } = now;
    const { W, U } = this.parameters;
    const { W: dW, U: dU, b: db } = this.parameterGradients;
    const { c: dcBefore, h: dhBefore } = dBefore;
    const H = h.length;
    // h = o ⊙ squashed, squashed = tanh(c)
    for (let k = 0; k < H; k++) d.o[k] = d.h[k] * squashed[k];
    for (let k = 0; k < H; k++) d.squashed[k] = d.h[k] * o[k];
    for (let k = 0; k < H; k++) d.c[k] += d.squashed[k] * (1 - squashed[k] ** 2);
    // c = kept + written, kept = f ⊙ cBefore, written = i ⊙ candidate
    for (let k = 0; k < H; k++) d.kept[k] = d.c[k];
    for (let k = 0; k < H; k++) d.written[k] = d.c[k];
    for (let k = 0; k < H; k++) d.f[k] = d.kept[k] * cBefore[k];
    for (let k = 0; k < H; k++) dcBefore[k] += d.kept[k] * f[k];
    for (let k = 0; k < H; k++) d.i[k] = d.written[k] * candidate[k];
    for (let k = 0; k < H; k++) d.candidate[k] = d.written[k] * i[k];
    // The gates and the candidate
    for (let k = 0; k < H; k++) d.aF[k] = d.f[k] * f[k] * (1 - f[k]);
    for (let k = 0; k < H; k++) d.aI[k] = d.i[k] * i[k] * (1 - i[k]);
    for (let k = 0; k < H; k++) d.aC[k] = d.candidate[k] * (1 - candidate[k] ** 2);
    for (let k = 0; k < H; k++) d.aO[k] = d.o[k] * o[k] * (1 - o[k]);
    affineBackward(d.aF, W.f, x, U.f, hBefore, dW.f, d.x, dU.f, dhBefore, db.f);
    affineBackward(d.aI, W.i, x, U.i, hBefore, dW.i, d.x, dU.i, dhBefore, db.i);
    affineBackward(d.aC, W.c, x, U.c, hBefore, dW.c, d.x, dU.c, dhBefore, db.c);
    affineBackward(d.aO, W.o, x, U.o, hBefore, dW.o, d.x, dU.o, dhBefore, db.o);
  }

  /** θ ← θ − rate · ∂L/∂θ, after forward and backward. */
  descend(rate: number): this {
    for (const family of ['W', 'U', 'b'] as const) {
      for (const letter of letters) {
        const theta = this.parameters[family][letter];
        const gradient = this.parameterGradients[family][letter];
        for (let k = 0; k < theta.length; k++) theta[k] -= rate * gradient[k];
      }
    }
    return this;
  }
}

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

/** a = W x + U h + b */
function affine(a: Numbers, W: Numbers, x: Numbers, U: Numbers, h: Numbers, b: Numbers): void {
  const [D, H] = [x.length, h.length];
  for (let row = 0; row < H; row++) {
    let total = b[row];
    for (let j = 0; j < D; j++) total += W[row * D + j] * x[j];
    for (let j = 0; j < H; j++) total += U[row * H + j] * h[j];
    a[row] = total;
  }
}

/** What a = W x + U h + b sends back from da, the gradient of a, to each of the five. */
function affineBackward(
  da: Numbers,
  W: Numbers,
  x: Numbers,
  U: Numbers,
  h: Numbers,
  dW: Numbers,
  dx: Numbers,
  dU: Numbers,
  dh: Numbers,
  db: Numbers,
): void {
  const [D, H] = [x.length, h.length];
  for (let row = 0; row < H; row++) {
    for (let j = 0; j < D; j++) dW[row * D + j] += da[row] * x[j];
  }
  for (let row = 0; row < H; row++) {
    for (let j = 0; j < D; j++) dx[j] += W[row * D + j] * da[row];
  }
  for (let row = 0; row < H; row++) {
    for (let j = 0; j < H; j++) dU[row * H + j] += da[row] * h[j];
  }
  for (let row = 0; row < H; row++) {
    for (let j = 0; j < H; j++) dh[j] += U[row * H + j] * da[row];
  }
  for (let row = 0; row < H; row++) db[row] += da[row];
}

function allocateParameters({ inputSize: D, hiddenSize: H }: PlainSizes): PlainParameters {
  const perGate = (length: number) => {
    const zeros = () => new Float64Array(length);
    return { f: zeros(), i: zeros(), c: zeros(), o: zeros() };
  };
  return { W: perGate(H * D), U: perGate(H * H), b: perGate(H) };
}

function allocateStep({ inputSize: D, hiddenSize: H }: PlainSizes): PlainStep {
  const zeros = () => new Float64Array(H);
  return {
    x: new Float64Array(D),
    target: zeros(),
    aF: zeros(),
    f: zeros(),
    aI: zeros(),
    i: zeros(),
    aC: zeros(),
    candidate: zeros(),
    kept: zeros(),
    written: zeros(),
    c: zeros(),
    aO: zeros(),
    o: zeros(),
    squashed: zeros(),
    h: zeros(),
  };
}
