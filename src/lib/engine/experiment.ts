import type { Run } from './run.ts';

/**
 * A named family of runs over one setting: a weight's value, a learning rate, a seed, the cell, the epoch. Runs are made
 * when first asked for and kept. `make` must give a run of its own for every setting, already computed.
 */
export class Experiment<Setting> {
  readonly settings: ReadonlyMap<string, Setting>;
  readonly #make: (setting: Setting, name: string) => Run;
  readonly #runs = new Map<string, Run>();

  constructor(
    settings: Iterable<readonly [name: string, setting: Setting]>,
    make: (setting: Setting, name: string) => Run,
  ) {
    this.settings = new Map(settings);
    this.#make = make;
  }

  /** @throws if no run has this name. */
  run(name: string): Run {
    const known = this.#runs.get(name);
    if (known) return known;
    if (!this.settings.has(name))
      throw new Error(`no run called ${name}; there are ${[...this.settings.keys()].join(', ')}`);
    const made = this.#make(this.settings.get(name)!, name);
    this.#runs.set(name, made);
    return made;
  }

  /** One number of every run, in the order of the settings. */
  curve(read: (run: Run) => number): { name: string; setting: Setting; value: number }[] {
    return [...this.settings].map(([name, setting]) => ({ name, setting, value: read(this.run(name)) }));
  }
}
