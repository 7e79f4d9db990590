import { sizeOf } from '#lib/engine/shapes.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { numberText, type NumberStyle } from '#lib/formula/number.ts';
import { formatAddress, parseAddress, type Address } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import { unvaried } from '#lib/workbench/variation.ts';
import { vary, type Base } from '#lib/workbench/vary.ts';
import type { Bases } from '#lib/workbench/workbench.svelte.ts';
import type { LessonDocument, LiveNumber, NumberSlot } from './document.ts';

export type LessonNumbers = Pick<LessonDocument, 'model' | 'settings' | 'rate'>;

/** What is wrong with an address, and at which of its characters. */
export interface Problem {
  readonly problem: string;
  readonly offset: number;
}
export type Found = LiveNumber | Problem;

/** The runs of a lesson, its default state and its settings; each is computed when it is first asked for. */
export class LessonRuns {
  readonly #lesson: LessonNumbers;
  readonly #bases = new Map<string | undefined, Base>();
  readonly #runs = new Map<string, NamedRun>();

  constructor(lesson: LessonNumbers) {
    const { model, rate, settings } = lesson;
    this.#lesson = lesson;
    if (model) this.#bases.set(undefined, { model, rate });
    for (const [name, setting] of Object.entries(settings)) this.#bases.set(name, { rate, ...setting });
  }

  get names(): string[] {
    return Object.keys(this.#lesson.settings);
  }

  /** The model of a setting, or the lesson's own; undefined if there is none such. */
  readonly base: Bases = (name) => this.#bases.get(name);

  /** The same with its numbers, terms of gradients left out by their addresses; undefined where one of them is unknown. */
  get(name?: string, drop: readonly string[] = []): NamedRun | undefined {
    const key = [name ?? '', ...drop].join(' ');
    const run = this.#runs.get(key) ?? this.#make(name, drop);
    if (run) this.#runs.set(key, run);
    return run;
  }

  #make(name: string | undefined, drop: readonly string[]): NamedRun | undefined {
    const base = this.base(name);
    if (!base) return undefined;
    const { model, bad } = vary(base, { ...unvaried, drop });
    return bad.length ? undefined : model;
  }

  /** The single number that an address names, in the run it names or else in that of `setting`. */
  find(text: string, setting?: string): Found {
    const parsed = parseAddress(text);
    if ('problem' in parsed) return placed(parsed.problem);
    const { run: name = setting, ...address } = parsed.address;
    const run = this.get(name);
    if (!run) return { problem: this.#noRun(name), offset: 0 };
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
  read(text: string): number {
    const found = this.find(text);
    if ('problem' in found) throw new Error(found.problem);
    return found.value;
  }

  /** The palette slot of a quantity that the prose names, with or without a timestep. */
  findTerm(text: string, setting?: string): { readonly slot: NumberSlot } | Problem {
    const parsed = parseAddress(text);
    if ('problem' in parsed) return placed(parsed.problem);
    const { run: name = setting, ...address } = parsed.address;
    const run = this.get(name);
    if (!run) return { problem: this.#noRun(name), offset: 0 };
    const { values } = run.run.program.graph;
    const hasPlace = address.t !== undefined || !values.has(address.quantity);
    const reading = hasPlace ? readAddress(run.run, address) : undefined;
    if (reading && 'problem' in reading) return placed(reading.problem);
    return { slot: slotOf(run, address) };
  }

  #noRun(name: string | undefined): string {
    if (name === undefined) return 'this lesson has no model, so there is no number to show';
    return `there is no setting ${name}, only ${this.names.join(', ') || 'the lesson’s own model'}`;
  }
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
