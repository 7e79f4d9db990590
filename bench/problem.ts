/** What every contender is given: the same sizes, parameters, inputs and targets. */
export interface Problem {
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly timesteps: number;
  readonly parameters: readonly Parameter[];
  /** One array per timestep, the first at index 0. */
  readonly inputs: readonly Float64Array[];
  readonly targets: readonly Float64Array[];
}

export type Sizes = Pick<Problem, 'inputSize' | 'hiddenSize' | 'timesteps'>;

export interface Parameter {
  readonly family: 'W' | 'U' | 'b';
  readonly letter: 'f' | 'i' | 'c' | 'o';
  readonly numbers: Float64Array;
}

export const letters = ['f', 'i', 'c', 'o'] as const;

export function makeProblem({ inputSize: D, hiddenSize: H, timesteps }: Sizes): Problem {
  const next = randomNumbers(1);
  const numbers = (length: number, span: number) => Float64Array.from({ length }, () => span * next());
  const lengths = { W: H * D, U: H * H, b: H };
  const families = ['W', 'U', 'b'] as const;
  const span = 1 / Math.sqrt(H);
  return {
    inputSize: D,
    hiddenSize: H,
    timesteps,
    parameters: letters.flatMap((letter) =>
      families.map((family) => ({ family, letter, numbers: numbers(lengths[family], span) })),
    ),
    inputs: Array.from({ length: timesteps }, () => numbers(D, 1)),
    targets: Array.from({ length: timesteps }, () => numbers(H, 1)),
  };
}

/** Numbers in −1…1, the same ones in every process: a linear congruential generator, good enough to fill weights. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
