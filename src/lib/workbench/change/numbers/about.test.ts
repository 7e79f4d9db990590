import { expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { cells } from '#lib/cells/registry.ts';
import type { Pass } from '#lib/engine/steps.ts';
import { stepsOf } from '#lib/engine/steps.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { arraysAbout } from './about.ts';
import { givenArrays } from './given.ts';

const model = specimen(lstm);

test.each<[Pass, string, number, string]>([
  ['forward', 'forget.gate', 2, 'W.f U.f b.f'],
  ['backward', 'forget.gate', 2, 'W.f U.f b.f'],
  ['forward', 'forget.preactivation', 2, 'W.f U.f b.f'],
  ['forward', 'forget.gate', 1, 'W.f U.f b.f hidden.state'],
  ['forward', 'cell.state', 2, 'W.f U.f b.f W.i U.i b.i W.c U.c b.c'],
  ['forward', 'hidden.state', 2, 'W.o U.o b.o'],
  ['forward', 'output', 1, 'W.y b.y'],
  ['forward', 'loss.term', 1, 'target'],
  ['forward', 'loss', 0, 'target'],
  ['backward', 'U.f', 3, 'U.f'],
  ['backward', 'input', 3, 'input'],
  ['backward', 'cell.state', 0, 'cell.state'],
  ['update', 'b.c', 0, 'b.c'],
])('%s, %s at t = %i is about %s', (pass, id, t, about) => {
  expect(arraysAbout(model, { pass, id, t }).join(' ')).toBe(about);
});

test.each(Object.values<Cell>(cells))('every step of the $id is about something that can be given', (cell) => {
  const own = specimen(cell);
  const given = givenArrays(own).map(({ id }) => id);
  for (const step of stepsOf(own.run.program)) {
    const about = arraysAbout(own, step);
    expect(about.length, JSON.stringify(step)).toBeGreaterThan(0);
    expect(given).toEqual(expect.arrayContaining(about));
  }
});
