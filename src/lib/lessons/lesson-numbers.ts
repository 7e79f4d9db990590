/** The numbers of a lesson's runs, found by the addresses with which its text and its questions name them. */
import { sizeOf } from '#lib/engine/shapes.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { numberText, type NumberStyle } from '#lib/formula/number.ts';
import { formatAddress, parseAddress, type Address } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import type { LiveNumber, NumberSlot } from './document.ts';
import type { LessonRuns } from './lesson-runs.ts';

/** What is wrong with an address, and at which of its characters. */
export interface Problem {
  readonly problem: string;
  readonly offset: number;
}
export type Found = LiveNumber | Problem;

/** The single number that an address names, in the run it names or else in that of `setting`. */
export function findNumber(runs: LessonRuns, text: string, setting?: string): Found {
  const parsed = parseAddress(text);
  if ('problem' in parsed) return placed(parsed.problem);
  const { run: name = setting, ...address } = parsed.address;
  const run = runs.get(name);
  if (!run) return noRun(runs, name);
  const reading = readAddress(run.run, address);
  if ('problem' in reading) return placed(reading.problem);
  if (reading.shape.length > 0) {
    const count = sizeOf(reading.shape);
    const first = formatAddress({ ...address, index: [...address.index, ...reading.shape.map(() => 0)] });
    return {
      problem: `${text}: ${count === 1 ? 'this is a list of 1 number, name it' : `these are ${count} numbers, name one`}: ${first}`,
      offset: 0,
    };
  }
  return liveNumber(run, { ...address, run: name }, reading.numbers[0]);
}

/** @throws if the address leads to no single number, which the build rules out for every address of a document. */
export function readNumber(runs: LessonRuns, text: string): number {
  const found = findNumber(runs, text);
  if ('problem' in found) throw new Error(found.problem);
  return found.value;
}

/** The palette slot of a quantity that the prose names, with or without a timestep. */
export function findTerm(runs: LessonRuns, text: string, setting?: string): { readonly slot: NumberSlot } | Problem {
  const parsed = parseAddress(text);
  if ('problem' in parsed) return placed(parsed.problem);
  const { run: name = setting, ...address } = parsed.address;
  const run = runs.get(name);
  if (!run) return noRun(runs, name);
  const { values } = run.run.program.graph;
  const hasPlace = address.t !== undefined || !values.has(address.quantity);
  const reading = hasPlace ? readAddress(run.run, address) : undefined;
  if (reading && 'problem' in reading) return placed(reading.problem);
  return { slot: slotOf(run, address) };
}

function noRun({ names }: LessonRuns, name: string | undefined): Problem {
  const problem =
    name === undefined
      ? 'this lesson has no model, so there is no number to show'
      : `there is no setting ${name}, only ${names.join(', ') || 'the lesson’s own model'}`;
  return { problem, offset: 0 };
}

function liveNumber(run: NamedRun, address: Address, value: number): LiveNumber {
  const { views, quantity } = address;
  const style: NumberStyle = views.length > 0 ? {} : run.style(quantity);
  const slot = slotOf(run, address);
  return { type: 'number', address: formatAddress(address), style, slot, value, text: numberText(value, style) };
}

const slotOf = (run: NamedRun, { views, quantity }: Address): NumberSlot =>
  views.includes('grad') ? 'gradient' : run.named(quantity).slot;

/** The grammar says where in the text it gives up; a run says what it does not have. */
function placed(problem: string): Problem {
  const [, character, rest] = /^Character (\d+): (.*)$/.exec(problem) ?? [];
  const text = (rest ?? problem).replace(/\.$/, '');
  return { problem: text, offset: character ? Number(character) - 1 : 0 };
}
