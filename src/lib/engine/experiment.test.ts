import { describe, expect, it } from 'vitest';
import { apply, data, equation, graph } from './equations.ts';
import { Experiment } from './experiment.ts';
import { compile } from './program.ts';
import { Run } from './run.ts';

function squares() {
  const made: string[] = [];
  const experiment = new Experiment(
    [
      ['one', 1],
      ['three', 3],
      ['two', 2],
    ],
    (setting, name) => {
      made.push(name);
      const x = data('x', 'once', []);
      const run = new Run(compile(graph(equation('loss', apply.multiply(x, x)))));
      run.value('x')[0] = setting;
      return run.forward();
    },
  );
  return { experiment, made };
}

describe('an experiment', () => {
  it('makes a run when it is first asked for, and keeps it', () => {
    const { experiment, made } = squares();
    expect(made).toEqual([]);
    const run = experiment.run('three');
    expect(run.loss).toBe(9);
    expect(experiment.run('three')).toBe(run);
    expect(made).toEqual(['three']);
  });

  it('reads one number of every run, in the order of the settings', () => {
    const { experiment, made } = squares();
    experiment.run('two');
    expect(experiment.curve((run) => run.loss)).toEqual([
      { name: 'one', setting: 1, value: 1 },
      { name: 'three', setting: 3, value: 9 },
      { name: 'two', setting: 2, value: 4 },
    ]);
    expect(made).toEqual(['two', 'one', 'three']);
  });

  it('refuses a name it does not have, and says which there are', () => {
    expect(() => squares().experiment.run('four')).toThrow('no run called four; there are one, three, two');
  });
});
