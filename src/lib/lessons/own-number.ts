import type { NamedRun } from '#lib/formula/named-run.ts';
import { formatAddress, parseAddress } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import type { LessonRuns } from './lesson-runs.ts';

export interface OwnNumber {
  /** Within its run. */
  readonly address: string;
  /** Whose number it is, where that is not the one on the stage. */
  readonly run?: NamedRun;
}

/**
 * Which run a number of the text is of: the stage's if that has the same there, else the lesson's own or the setting that
 * its address names. Undefined for what neither of them has.
 */
export function ownNumber(runs: LessonRuns, onStage: NamedRun, text: string, value: number): OwnNumber | undefined {
  const parsed = parseAddress(text);
  if ('problem' in parsed) return undefined;
  const { run: name, ...place } = parsed.address;
  const address = formatAddress(place);
  const holds = (model: NamedRun): boolean => {
    const reading = readAddress(model.run, place);
    return 'numbers' in reading && Object.is(reading.numbers[0], value);
  };
  if (holds(onStage)) return { address };
  const run = runs.get(name);
  return run && holds(run) ? { address, run } : undefined;
}
