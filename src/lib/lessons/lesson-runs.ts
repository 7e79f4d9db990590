import { modelRun } from '#lib/cells/model-file/build.ts';
import type { ModelFile } from '#lib/cells/model-file/model-file.ts';
import { cells } from '#lib/cells/registry.ts';
import { checkEdits, type Drop } from '#lib/engine/edits.ts';
import type { Run } from '#lib/engine/run.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import { Updater } from '#lib/engine/updates.ts';
import { NamedRun } from '#lib/formula/named-run.ts';
import { numberText, type NumberStyle } from '#lib/formula/number.ts';
import { formatAddress, parseAddress, type Address } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import type { LessonDocument, LiveNumber, NumberSlot, Setting } from './document.ts';

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
  readonly #runs = new Map<string, NamedRun>();

  constructor(lesson: LessonNumbers) {
    this.#lesson = lesson;
  }

  get names(): string[] {
    return Object.keys(this.#lesson.settings);
  }

  /** Learning rate, of a setting or of the lesson. */
  rate(name?: string): number {
    return (name === undefined ? undefined : this.#lesson.settings[name]?.rate) ?? this.#lesson.rate;
  }

  /**
   * The run of a setting, or of the lesson's default state, with terms of gradients left out by their addresses;
   * undefined if there is none such.
   */
  get(name?: string, drop: readonly string[] = []): NamedRun | undefined {
    return this.#known(name, drop, 0);
  }

  /** The same after one more update. */
  updated(name?: string, drop: readonly string[] = []): NamedRun {
    return this.#known(name, drop, 1)!;
  }

  #known(name: string | undefined, drop: readonly string[], more: number): NamedRun | undefined {
    const key = [name ?? '', ...drop, more].join(' ');
    const run = this.#runs.get(key) ?? this.#make(name, drop, more);
    if (run) this.#runs.set(key, run);
    return run;
  }

  #make(name: string | undefined, drop: readonly string[], more: number): NamedRun | undefined {
    const setting = name === undefined ? this.#lesson : this.#lesson.settings[name];
    if (!setting?.model) return undefined;
    const { updates = 0, rate = this.rate(), drop: without = [] }: Partial<Setting> = setting;
    const dropped = dropsOf(setting.model, [...without, ...drop]);
    if (!dropped) return undefined;
    const run = modelRun(setting.model, { dropped });
    const updater = new Updater(run, 'sgd', { rate });
    update(run, updater, updates + more);
    return new NamedRun(cells[setting.model.cell], run, updater);
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
    if (sizeOf(reading.shape) !== 1) {
      const first = formatAddress({ ...address, index: [...address.index, ...reading.shape.map(() => 0)] });
      return { problem: `${text}: these are ${sizeOf(reading.shape)} numbers, name one: ${first}`, offset: 0 };
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

function update(run: Run, updater: Updater, times: number): void {
  for (let done = 0; done < times; done++) {
    updater.apply();
    run.forward().backward();
  }
}

/** `grad:cell.state@2<cell.kept@3` as an edit of the model; undefined where the model has no such term. */
function dropsOf(model: ModelFile, addresses: readonly string[]): Drop[] | undefined {
  if (addresses.length === 0) return [];
  const { graph, timesteps } = modelRun(model).program;
  const drops = addresses.flatMap((text): Drop[] => {
    const parsed = parseAddress(text);
    if ('problem' in parsed || !parsed.address.user) return [];
    const { quantity: value, user } = parsed.address;
    return [{ value, user: user.quantity, t: user.t }];
  });
  try {
    checkEdits({ held: [], dropped: drops }, graph, timesteps);
  } catch {
    return undefined;
  }
  return drops.length === addresses.length ? drops : undefined;
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
