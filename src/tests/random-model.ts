/** Models of every kind in random sizes: the subjects of the conformance suite. */
import fc from 'fast-check';
import { cells } from '#lib/cells/registry.ts';
import { apply, data, equation, graph, overSamples, overTime, parameter, previous } from '#lib/engine/equations.ts';
import type { Expression, Graph, Value, When } from '#lib/engine/equations.ts';
import { losses, sequenceModel, type CellEquations, type LossKind } from '#lib/engine/sequence-model.ts';
import {
  adamUpdate,
  batchNormalizedMlp,
  convolutionWithPooling,
  settleAdam,
  settleMlp,
  type MlpSizes,
  type PictureSizes,
} from './models.ts';
import { seed } from './seed.ts';
import type { Specimen } from './specimen.ts';

export interface Subject {
  readonly name: string;
  /** Tries `claim` on random specimens; a failure names the sizes and the seed. */
  tryOn(claim: (specimen: Specimen) => void, runs: number): void;
}

function subject<Sizes>(name: string, sizes: fc.Arbitrary<Sizes>, build: (sizes: Sizes) => Omit<Specimen, 'seed'>) {
  const tryOn: Subject['tryOn'] = (claim, numRuns) => {
    const described = fc.property(sizes, fc.integer({ min: 1, max: 1e9 }), (chosen, numbers) =>
      claim({ ...build(chosen), seed: numbers }),
    );
    fc.assert(described, { numRuns, seed });
  };
  return { name, tryOn };
}

interface SequenceChoice {
  readonly kind: LossKind;
  readonly readout: boolean;
  readonly at: 'all' | 'last' | 'list';
}

/** Every loss, with and without readout, at every choice of timesteps. */
const choices: SequenceChoice[] = (Object.keys(losses) as LossKind[]).flatMap((kind) =>
  [false, true].flatMap((readout) => (['all', 'last', 'list'] as const).map((at) => ({ kind, readout, at }))),
);

const length = fc.integer({ min: 1, max: 9 });
const sequenceSizes = fc.record({
  inputSize: length,
  hiddenSize: length,
  outputSize: length,
  timesteps: fc.integer({ min: 1, max: 12 }),
  samples: fc.constantFrom(1, 1, 2),
  listed: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
});

function sequenceSubject(cell: CellEquations, choice: SequenceChoice): Subject {
  const { kind, readout, at } = choice;
  return subject(`${kind}, ${readout ? 'readout' : 'no readout'}, ${at}`, sequenceSizes, (sizes) => {
    const { inputSize, hiddenSize, timesteps, samples, listed } = sizes;
    const when: When = at === 'list' ? listed.map((each) => 1 + (each % timesteps)) : at;
    const outputSize = readout ? sizes.outputSize : undefined;
    const model = sequenceModel(
      cell,
      { inputSize, hiddenSize, outputSize },
      { kind, at: when },
      { batch: samples > 1 },
    );
    return { graph: model, sizes: { timesteps, samples } };
  });
}

export const sequenceSubjects = (cell: CellEquations): Subject[] =>
  choices.map((choice) => sequenceSubject(cell, choice));

export const registeredCells = Object.entries<CellEquations>(cells);

const few = fc.integer({ min: 1, max: 4 });

const once = { timesteps: 1, samples: 1 };

export const smallModels: Subject[] = [
  subject<MlpSizes>(
    'an MLP with batch normalization',
    fc.record({ inputs: few, hidden: few, outputs: few }),
    (sizes) => ({
      graph: batchNormalizedMlp(sizes),
      sizes: { timesteps: 1, samples: 3 },
      settle: settleMlp,
    }),
  ),
  subject<PictureSizes>(
    'a 3×3 convolution with pooling',
    fc.record({ filters: fc.constantFrom(1, 2), rows: fc.constantFrom(1, 2), columns: fc.constantFrom(1, 2, 3) }),
    (sizes) => ({ graph: convolutionWithPooling(sizes), sizes: once }),
  ),
  subject('an Adam update', few, (size) => ({ graph: adamUpdate(size), sizes: once, settle: settleAdam })),
];

const links = ['affine', 'affine', 'affine', 'both', 'sigmoid', 'tanh', 'oneMinus', 'softmax', 'relu'] as const;
const joints = ['add', 'subtract', 'multiply'] as const;

interface Layer {
  readonly operation: (typeof links)[number] | (typeof joints)[number];
  /** Which of the values so far it reads. */
  readonly reads: readonly [number, number];
}

const layer: fc.Arbitrary<Layer> = fc.record({
  operation: fc.constantFrom(...links, ...joints),
  reads: fc.tuple(fc.nat(), fc.nat()),
});

/** A recurrent tangle of equations nobody would design: what is merged, and when, differs in each. */
export const tangles: Subject = subject(
  'a random tangle',
  fc.record({
    width: few,
    timesteps: few,
    samples: fc.constantFrom(1, 1, 2),
    layers: fc.array(layer, { minLength: 1, maxLength: 12 }),
  }),
  ({ width, timesteps, samples, layers }) => ({ graph: tangle(width, layers), sizes: { timesteps, samples } }),
);

function tangle(width: number, layers: readonly Layer[]): Graph {
  const last = `v${layers.length - 1}`;
  const constant = parameter('beta.k', [width]);
  // Computed once and read at every timestep.
  const derived = equation('derived', apply.tanh(constant));
  const values: Value[] = [data('input', 'step', [width]), previous(last, [width])];
  values.push(constant, data('context', 'sample', [width]), data('bias', 'once', [width]), derived);
  layers.forEach((each, place) => {
    const onStep = values.filter(({ axis }) => axis === 'step');
    // The first operand lives on every step, so that the tangle is one loop over time.
    const operands = [onStep[each.reads[0] % onStep.length], values[each.reads[1] % values.length]];
    values.push(equation(`v${place}`, expression(each, operands, `l${place}`, derived)));
  });
  const term = equation('loss.term', apply.meanSquaredError<string>(values.at(-1)!, data('target', 'step', [width])));
  const total = equation('loss.sample', apply.mean(overTime(term)));
  return graph<string>(equation('loss', apply.mean(overSamples(total))));
}

function expression({ operation }: Layer, [a, b]: Value[], letter: string, derived: Value): Expression {
  const [width] = derived.shape;
  const [W, U, bias] = [
    parameter(`W.${letter}`, [width, width]),
    parameter(`U.${letter}`, [width, width]),
    parameter(`b.${letter}`, [width]),
  ];
  if (operation === 'affine') return apply.affine<string>(W, a, bias);
  if (operation === 'both') return apply.affine<string>(W, a, U, b, derived);
  return apply[operation]<string>(...(joints.some((joint) => joint === operation) ? [a, b] : [a]));
}
