import { describe, expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import { cells } from '#lib/cells/registry.ts';
import type { Edits } from '#lib/engine/edits.ts';
import type { Step } from '#lib/engine/steps.ts';
import { edited as editedRun } from '../../../tests/edited.ts';
import { subjectOf } from '../drawing/subject.ts';
import { specimen } from '../gallery/specimen.ts';
import { stripOf, wide } from '../strip/strip-scene.ts';
import { neighbourhoodOf } from './neighbourhood.ts';
import { sceneOf } from './scene.ts';

const everyCell = Object.values<Cell>(cells);
const edited = (cell: Cell, edits: Partial<Edits>) => subjectOf(editedRun(specimen(cell), edits));
/** Of every pass and timestep. */
const someSteps = ({ progress }: ReturnType<typeof subjectOf>): Step[] =>
  progress.steps.filter((_, place) => place % 9 === 0);
const stateOf = (subject: ReturnType<typeof subjectOf>, step: Step, key: string) =>
  sceneOf(subject, step, 'en').edges.find((edge) => edge.key === key)!;

describe.each(everyCell)('in the drawing of the $id', (cell) => {
  const own = Object.keys(cell.quantities);
  const { graph } = specimen(cell).run.program;
  /** Every way on which a gradient comes back from one equation of the cell to a value of it. */
  const ways = own.flatMap((user) =>
    graph.values
      .get(user)!
      .equation!.operands.flatMap(({ id, lag, role }) =>
        role === 'parameter' ? [] : [{ value: id, user, key: `${lag ? 'previous ' : ''}${id} > ${user}` }],
      ),
  );

  test.each(ways)('$key is cut at every step backward, and at none forward, once its term is left out', (way) => {
    const subject = edited(cell, { dropped: [{ value: way.value, user: way.user }] });
    for (const step of someSteps(subject)) {
      const { state, head, cross } = stateOf(subject, step, way.key);
      const isBackward = step.pass !== 'forward';
      expect([step, state === 'cut', cross !== null]).toEqual([step, isBackward, isBackward]);
      if (isBackward) expect(head).toBeNull();
    }
  });

  test.each(own)('nothing flows into %s, nor back from there, while it is held, and it is marked', (id) => {
    const subject = edited(cell, { held: [{ id, to: 0.5 }] });
    const into = ways.filter(({ user }) => user === id);
    for (const step of someSteps(subject)) {
      const scene = sceneOf(subject, step, 'en');
      expect(into.map(({ key }) => scene.edges.find((edge) => edge.key === key)!.state)).toEqual(
        into.map(() => 'given'),
      );
      expect(scene.nodes.filter(({ isHeld }) => isHeld).map((node) => node.id)).toEqual([id]);
      expect(scene.edges.find(({ key }) => key === `${id} result`)!.state).toBe(
        step.pass === 'forward' ? 'given' : 'later',
      );
    }
  });

  test('one held unit marks the node; the others are computed, so its wires stay', () => {
    const [id] = own;
    const subject = edited(cell, { held: [{ id, index: 0, to: 0.5 }] });
    const scene = sceneOf(subject, { pass: 'forward', t: 2, id }, 'en');
    expect(scene.nodes.find((node) => node.id === id)!.isHeld).toBe(true);
    expect(scene.edges.filter(({ state }) => state === 'given')).toEqual([]);
  });
});

test('on a phone, too, what is left out does not flow, and shows no number', () => {
  const subject = edited(cells.lstm, { dropped: [{ value: 'cell.state', user: 'cell.kept' }] });
  const { parts, edges } = neighbourhoodOf(subject, { pass: 'backward', t: 2, id: 'cell.state' }, 'en')!;
  expect(edges.map(({ state }) => state)).toEqual(['lit', 'cut', 'result']);
  expect(parts.map(({ chip }) => chip.state)).toEqual(['flowing', 'later', 'now']);
});

describe('between the timesteps', () => {
  const arrows = (edits: Partial<Edits>, step: Step) =>
    stripOf(edited(cells.lstm, edits), step, wide).arrows.map(({ key, isLive, closed }) => [key, isLive, closed]);
  const step: Step = { pass: 'backward', t: 1, id: 'cell.state' };

  test('the arrow is cut through which nothing comes back', () => {
    const cut = { dropped: [{ value: 'cell.state', user: 'cell.kept', t: 3 }] };
    expect(arrows(cut, step).filter(([, , closed]) => closed)).toEqual([['cell.state@2', false, 'cut']]);
    expect(arrows(cut, { ...step, pass: 'forward' }).filter(([, , closed]) => closed)).toEqual([]);
  });

  test('one of the four gates that H goes to leaves its arrow to the other three', () => {
    const part = { dropped: [{ value: 'hidden.state', user: 'forget.preactivation' }] };
    expect(arrows(part, step).filter(([, , closed]) => closed)).toEqual([]);
  });
});
