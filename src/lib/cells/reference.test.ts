/**
 * Numbers from outside that a cell brings along: `reference.json` in its folder, in the form of `src/tests/reference/`.
 * Held to it are the loss and the gradients of everything given, and all values and gradients whose names the cell
 * knows: its states' letters, and step ids.
 */
import { describe, expect, it } from 'vitest';
import { compile, type Program } from '#lib/engine/program.ts';
import { Run } from '#lib/engine/run.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import gru from '../../tests/reference/gru_pytorch_d2_h3_t5.json' with { type: 'json' };
import lstm from '../../tests/reference/lstm_d2_h3_t5_state.json' with { type: 'json' };
import rnn from '../../tests/reference/rnn_d2_h3_t5.json' with { type: 'json' };
import type { Cell } from './cell.ts';
import { cells } from './registry.ts';

type Numbers = number | readonly Numbers[];
type Named = Readonly<Record<string, Numbers>>;

interface Case {
  readonly D: number;
  readonly H: number;
  readonly x: readonly (readonly number[])[];
  readonly y: readonly (readonly number[])[];
  readonly forward: readonly Named[];
  readonly losses: Readonly<Record<'mseAll' | 'mseLast', { readonly perStep: readonly Named[] }>>;
}

/** What the reference calls a family of parameters, each one block of H rows after another. */
const families = { W: 'W', U: 'U', b: 'b', bh: 'd', p: 'p' } as const;

const brought = import.meta.glob<Case>('./*/reference.json', { eager: true, import: 'default' });
const cases: [string, unknown][] = [
  ...Object.entries(brought).map(([path, known]): [string, unknown] => [path.split('/')[1], known]),
  // Held to what the whole is held to, too, so that this test has something to compare even where no cell brings numbers.
  ['rnn', rnn],
  ['lstm', lstm],
  ['gru', gru],
];

describe.each(cases)('%s', (name, numbers) => {
  it.each([
    ['mseAll', 'all'],
    ['mseLast', 'last'],
  ] as const)('agrees with its reference under %s', (loss, at) => {
    const cell = (cells as Record<string, Cell>)[name];
    const known = numbers as Case & Named;
    const run = runOf(cell, known, at);
    const misses = pairsOf(cell, known, known.losses[loss] as unknown as Case['losses']['mseAll'] & Named, run).filter(
      ([, theirs, ours]) => !isClose(theirs, ours),
    );
    expect(misses).toEqual([]);
  });
});

function runOf(cell: Cell, known: Case & Named, at: 'all' | 'last'): Run {
  const model = sequenceModel(cell, { inputSize: known.D, hiddenSize: known.H }, { kind: 'mse', at });
  const run: Run = new Run(compile(model, { timesteps: known.x.length }));
  known.x.forEach((row, index) => run.value('input', index + 1).set(row));
  known.y.forEach((row, index) => run.value('target', index + 1).set(row));
  for (const [letter, id] of Object.entries(cell.states)) run.value(id, 0).set(flat(known[`${letter}0`] ?? []));
  for (const [theirs, family] of Object.entries(families)) {
    const all = flat(known[theirs] ?? []);
    const ids = blocks(cell, family, run.program);
    ids.forEach((id, place) => run.value(id).set(part(all, place, ids.length)));
  }
  return run.forward().backward();
}

const flat = (numbers: Numbers): number[] => (typeof numbers === 'number' ? [numbers] : numbers.flatMap(flat));

const part = (all: readonly number[], place: number, count: number): number[] =>
  all.slice((all.length / count) * place, (all.length / count) * (place + 1));

const blocks = ({ torch, letters }: Cell, family: string, { graph }: Program): string[] =>
  (torch?.blocks ?? Object.keys(letters)).map((letter) => `${family}.${letter}`).filter((id) => graph.values.has(id));

type Pair = readonly [what: string, theirs: number[], ours: number[]];

function pairsOf(cell: Cell, known: Case, expected: { perStep: readonly Named[] } & Named, run: Run): Pair[] {
  const gradient = (id: string, t = 0) => [...run.gradient(id, t)];
  const given = Object.entries(families).flatMap(([theirs, family]): Pair[] => {
    const ids = blocks(cell, family, run.program);
    const all = expected[`d${theirs}`];
    return ids.length && all !== undefined ? [[`d${theirs}`, flat(all), ids.flatMap((id) => gradient(id))]] : [];
  });
  expect(given.length).toBeGreaterThan(2);
  const initial = Object.entries(cell.states).flatMap(([letter, id]): Pair[] =>
    `d${letter}0` in expected ? [[`d${letter}0`, flat(expected[`d${letter}0`]), gradient(id, 0)]] : [],
  );
  const inputs = known.x.flatMap((_, index) => gradient('input', index + 1));
  return [
    ['loss', flat(expected.value), [run.loss]],
    ['dx', flat(expected.dx), inputs],
    ...given,
    ...initial,
    ...named(cell, known.forward, '', (id, t) => [...run.value(id, t)]),
    ...named(cell, expected.perStep, 'd', gradient),
  ];
}

/** What the cell knows of the numbers of each timestep, by a state's letter after `prefix`, or by step id. */
function named(cell: Cell, timesteps: readonly Named[], prefix: string, ours: (id: string, t: number) => number[]) {
  const known = new Map(Object.entries(cell.states).map(([letter, id]) => [prefix + letter, id]));
  for (const id of Object.keys(cell.quantities)) known.set(id, id);
  const pairs = timesteps.flatMap((numbers, index) =>
    Object.entries(numbers).flatMap(([name, theirs]): Pair[] =>
      known.has(name) ? [[`${name}@${index + 1}`, flat(theirs), ours(known.get(name)!, index + 1)]] : [],
    ),
  );
  expect(pairs.length).toBeGreaterThanOrEqual(timesteps.length);
  return pairs;
}

const isClose = (theirs: readonly number[], ours: readonly number[]): boolean =>
  theirs.length === ours.length &&
  theirs.every((number, i) => Math.abs(ours[i] - number) <= 1e-13 * Math.max(1, Math.abs(number)));
