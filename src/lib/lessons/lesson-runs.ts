import type { NamedRun } from '#lib/formula/named-run.ts';
import { unvaried } from '#lib/workbench/variation.ts';
import { vary, type Base } from '#lib/workbench/vary.ts';
import type { Bases } from '#lib/workbench/workbench.svelte.ts';
import type { LessonOnStage } from './document.ts';

export type LessonNumbers = Pick<LessonOnStage, 'model' | 'settings' | 'rate'>;

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
}
