/**
 * Numbers from outside: every case in `reference/` is put into a model file, and all that a plain implementation got
 * for it must come out of the run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { modelRun } from '#lib/cells/model-file/build.ts';
import { printRun, type PrintedRun } from '#lib/cells/model-file/print.ts';
import { readModelFile } from '#lib/cells/model-file/read.ts';

type Numbers = number | readonly Numbers[];
type Named = Readonly<Record<string, Numbers>>;
/** Numbers of the reference beside those of the run, under one name. */
type Pairs = Record<string, readonly [reference: Numbers, ours: Numbers]>;

interface Expected {
  readonly value: number;
  readonly dW: number[][];
  readonly dU: number[][];
  readonly db: number[];
  readonly dbh?: number[];
  readonly dx: number[][];
  readonly dh0: number[];
  readonly dc0?: number[];
  readonly perStep: readonly Named[];
}

interface Case {
  readonly kind: 'lstm' | 'rnn_tanh' | 'gru_reset_after';
  readonly D: number;
  readonly H: number;
  readonly W: number[][];
  readonly U: number[][];
  readonly b: number[];
  readonly bh?: number[];
  readonly h0: number[];
  readonly c0?: number[];
  readonly x: number[][];
  readonly y: number[][];
  readonly forward: readonly Named[];
  readonly losses: { readonly mseAll: Expected; readonly mseLast: Expected };
}

const folder = new URL('reference/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** What one timestep's names in the reference are made of: step ids, laid one after another, or added. */
type Translation = Record<string, readonly string[]>;

const preactivations = ['input', 'forget', 'candidate', 'output'].map((gate) => `${gate}.preactivation`);

const cells: Record<Case['kind'], { cell: string; forward: Translation; backward: Translation }> = {
  lstm: {
    cell: 'lstm',
    forward: {
      z: preactivations,
      i: ['input.gate'],
      f: ['forget.gate'],
      g: ['candidate'],
      o: ['output.gate'],
      c: ['cell.state'],
      tanhC: ['cell.squashed'],
      h: ['hidden.state'],
    },
    backward: {
      dz: preactivations,
      di: ['input.gate'],
      df: ['forget.gate'],
      dg: ['candidate'],
      do: ['output.gate'],
      dc: ['cell.state'],
      dh: ['hidden.state'],
    },
  },
  rnn_tanh: {
    cell: 'rnn',
    forward: { z: ['hidden.preactivation'], h: ['hidden.state'] },
    backward: { dz: ['hidden.preactivation'], dh: ['hidden.state'] },
  },
  gru_reset_after: {
    cell: 'gru',
    forward: { r: ['reset.gate'], z: ['update.gate'], n: ['candidate'], h: ['hidden.state'] },
    backward: {
      dr_pre: ['reset.preactivation'],
      dz_pre: ['update.preactivation'],
      dn_pre: ['candidate.preactivation'],
      dzi: ['reset.preactivation', 'update.preactivation', 'candidate.input'],
      dzh: ['reset.preactivation', 'update.preactivation', 'candidate.recurrent'],
      dh: ['hidden.state'],
    },
  },
};

/** Names that repeat others, or, for the GRU, whose parts are compared below. */
const elsewhere = ['zByGate', 'zi', 'zh'];

describe.each(names)('%s', (name) => {
  const known = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case;
  const tolerance = name.includes('saturated') ? 1e-11 : 1e-13;

  test.each([
    ['mseAll', 'all'],
    ['mseLast', 'last'],
  ] as const)('agrees on every value and gradient under %s', (loss, at) => {
    const text = JSON.stringify(modelFileOf(known, at));
    const file = readModelFile(text, name);
    const pairs = pairsOf(known, known.losses[loss], printRun(file, modelRun(file)));
    for (const [what, [reference, ours]] of Object.entries(pairs)) {
      expectClose(`${what}`, ours, reference, tolerance);
    }
  });
});

function modelFileOf(known: Case, at: 'all' | 'last') {
  return {
    cell: cells[known.kind].cell,
    inputSize: known.D,
    hiddenSize: known.H,
    parameters: { weight_ih_l0: known.W, weight_hh_l0: known.U, bias_ih_l0: known.b, bias_hh_l0: known.bh },
    inputs: known.x,
    initial: { h: known.h0, c: known.c0 },
    loss: { kind: 'mse', at, targets: known.y },
  };
}

function pairsOf(known: Case, expected: Expected, printed: PrintedRun): Pairs {
  const { parameterGradients, gradients, initialGradients } = printed;
  const { forward, backward } = cells[known.kind];
  return {
    loss: [expected.value, printed.loss],
    dW: [expected.dW, parameterGradients.weight_ih_l0],
    dU: [expected.dU, parameterGradients.weight_hh_l0],
    db: [expected.db, parameterGradients.bias_ih_l0],
    dbh: [expected.dbh ?? expected.db, parameterGradients.bias_hh_l0],
    dx: [expected.dx, gradients.input],
    dh0: [expected.dh0, initialGradients.h],
    ...(expected.dc0 && { dc0: [expected.dc0, initialGradients.c] }),
    ...stepPairs('forward', known.forward, printed.values, forward),
    ...stepPairs('perStep', expected.perStep, gradients, backward),
    ...(known.kind === 'gru_reset_after' && gruPairs(known, printed.values)),
  };
}

function stepPairs(
  what: string,
  reference: readonly Named[],
  ours: PrintedRun['values'],
  translation: Translation,
): Pairs {
  const pairs: Pairs = {};
  reference.forEach((named, index) => {
    for (const [name, numbers] of Object.entries(named)) {
      if (elsewhere.includes(name)) continue;
      pairs[`${what}[${index}].${name}`] = [numbers, translation[name].flatMap((id) => ours[id][index])];
    }
  });
  return pairs;
}

/** The reference keeps the GRU's input side and recurrent side apart; the cell does so only where they do not just add up. */
function gruPairs({ forward, H }: Case, ours: PrintedRun['values']): Pairs {
  const pairs: Pairs = {};
  forward.forEach((named, index) => {
    const [zi, zh] = [named.zi as number[], named.zh as number[]];
    const sums = zi.slice(0, 2 * H).map((number, unit) => number + zh[unit]);
    const preactivation = ['reset.preactivation', 'update.preactivation'].flatMap((id) => ours[id][index]);
    pairs[`forward[${index}].zi + zh`] = [sums, preactivation];
    pairs[`forward[${index}].zi, n`] = [zi.slice(2 * H), ours['candidate.input'][index]];
    pairs[`forward[${index}].zh, n`] = [zh.slice(2 * H), ours['candidate.recurrent'][index]];
  });
  return pairs;
}

function expectClose(what: string, ours: Numbers, reference: Numbers, tolerance: number): void {
  if (typeof reference !== 'number') {
    expect((ours as Numbers[]).length, what).toBe(reference.length);
    reference.forEach((entry, index) => expectClose(`${what}[${index}]`, (ours as Numbers[])[index], entry, tolerance));
    return;
  }
  const difference = Math.abs((ours as number) - reference);
  // Written so that NaN fails.
  if (!(difference <= tolerance * Math.max(1, Math.abs(reference)))) expect(ours, what).toBe(reference);
}
