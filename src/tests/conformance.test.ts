import { describe, it } from 'vitest';
import { gradientsAreSlopes, ledgersAddUp, mergedIsPlain, seedsDecide } from './claims.ts';
import { registeredCells, sequenceSubjects, smallModels, tangles, type Subject } from './random-model.ts';
import type { Specimen } from './specimen.ts';
import {
  everyEquationOncePerPass,
  gradientsAreGatheredInOrder,
  nothingIsReadBeforeItIsComputed,
  parametersFollowTheirTimestep,
} from './step-claims.ts';

type Claim = (specimen: Specimen) => void;

const claims: [string, Claim][] = [
  ['gradients agree with central differences', gradientsAreSlopes],
  ['the entries of every ledger add up to the gradient', ledgersAddUp],
  ['the merged program gives the numbers of the plain one', mergedIsPlain],
  ['the same seed gives the same bits', seedsDecide],
  ['every equation is a step once forward and, in the opposite order, once backward', everyEquationOncePerPass],
  ['forward steps read only what is known', nothingIsReadBeforeItIsComputed],
  ['backward steps gather only what has arrived', gradientsAreGatheredInOrder],
  ['inputs and parameters follow their timestep, initial states and totals come last', parametersFollowTheirTimestep],
];

describe.each(registeredCells)(
  '%s, every loss, with and without readout, at all, the last and listed timesteps',
  (_, cell) => {
    const subjects = sequenceSubjects(cell);
    it.each(claims)('%s', (_, claim) => {
      for (const subject of subjects) named(subject, claim, 3);
    });
  },
);

describe.each(smallModels.map((subject) => [subject.name, subject] as const))('%s', (_, subject) => {
  it.each(claims)('%s', (_, claim) => named(subject, claim, 40));
});

describe('a random tangle of equations', () => {
  it.each(claims)('%s', (_, claim) => named(tangles, claim, 150));
});

/** A failure says of what: the sizes in fast-check's report do not name the loss. */
function named(subject: Subject, claim: Claim, runs: number): void {
  try {
    subject.tryOn(claim, runs);
  } catch (error) {
    throw new Error(`${subject.name}: ${(error as Error).message}`, { cause: error });
  }
}
