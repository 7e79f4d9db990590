import { expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import { cells } from '#lib/cells/registry.ts';
import { stepsOf, type Step } from '#lib/engine/steps.ts';
import { partsOf, type Tex } from '#lib/engine/tex.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { viaText } from '#lib/formula/edit-words.ts';
import { entriesAt, formulaOf } from '#lib/formula/formula.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Slot } from '#lib/formula/slot.ts';
import { wayThrough } from '#lib/formula/way-through.ts';

/** Whose gradients stand in the formula of a step. */
function gradientsIn(model: NamedRun, step: Step, folded: boolean): string[] {
  const inside = (tex: Tex): string[] => {
    const slot = tex.kind === 'atom' ? (tex.slot as Slot | undefined) : undefined;
    return slot?.kind === 'gradient' ? [slot.instance.id] : partsOf(tex).flatMap(inside);
  };
  return inside(formulaOf(model, step, { folded }).right);
}

test.each(Object.values<Cell>(cells))(
  'unfolded, a way of the $id is called after a gradient of the formula',
  (cell) => {
    const model = specimen(cell);
    for (const step of stepsOf(model.run.program).filter(({ pass }) => pass === 'backward')) {
      const ways = entriesAt(model, { ...step, sample: 0 }).flatMap(({ user }) =>
        user ? wayThrough(model, user.id, false) : [],
      );
      expect(gradientsIn(model, step, false)).toEqual(ways);
    }
  },
);

test.each([
  [true, ['hidden.state', 'cell.state'], 'via the hidden state, t = 2'],
  [false, ['cell.squashed', 'cell.kept'], 'via the squashed cell state, t = 2'],
])('folded %s, the ways back to the cell state are called as in its formula', (isFolded, ids, said) => {
  const model = specimen(cells.lstm);
  expect(gradientsIn(model, { pass: 'backward', id: 'cell.state', t: 2 }, isFolded)).toEqual(ids);
  const users = ['cell.squashed', 'cell.kept'];
  expect(users.map((id) => wayThrough(model, id, isFolded))).toEqual(ids);
  expect(viaText(model, { id: users[0], t: 2 }, 'en', { isFolded })).toBe(said);
});
