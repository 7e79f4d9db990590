import { describe, expect, test } from 'vitest';
import { cells } from '#lib/cells/registry.ts';
import { allEntriesAt } from '#lib/formula/formula.ts';
import { formatAddress } from '#lib/stepper/address.ts';
import { edited } from '../../../tests/edited.ts';
import { subjectOf, type Subject } from '../drawing/subject.ts';
import { specimen } from '../gallery/specimen.ts';
import { neighbourhoodOf, type Neighbourhood } from './neighbourhood.ts';

const step = { pass: 'backward', t: 2, id: 'hidden.state' } as const;

/** Where each wire begins and ends, by what it comes from. */
function wiresOf({ edges }: Neighbourhood): { of: string; state: string; from: number[]; to: number[] }[] {
  return edges.map(({ key, state, path }) => {
    const numbers = path.match(/-?[\d.]+/g)!.map(Number);
    return { of: key.split(' ')[0], state, from: numbers.slice(0, 2), to: numbers.slice(-2) };
  });
}

const ledgerOf = (subject: Subject): string[] =>
  allEntriesAt(subject.model, { ...step, sample: 0 }).map(({ user }) =>
    formatAddress({
      ...subject.addressOf(step.id, step.t, ['grad']),
      user: subject.spotOf(user!.id, user!.t),
    }),
  );

describe.each(['lstm', 'gru'] as const)('many that add up to one gradient, in the %s', (cell) => {
  const subject = subjectOf(specimen(cells[cell], { hiddenSize: 2, inputSize: 2, timesteps: 3 }));
  const near = neighbourhoodOf(subject, step, 'en')!;
  const [x, y] = near.node.at;

  test('stand one below the other, in the order of the ledger', () => {
    const shares = near.parts.slice(0, -1).map(({ chip }) => chip);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.map(({ key }) => key)).toEqual(ledgerOf(subject));
    expect(new Set(shares.map(({ at }) => at[0])).size).toBe(1);
    expect(shares.map(({ at }) => at[1])).toEqual(shares.map(({ at }) => at[1]).toSorted((a, b) => a - b));
  });

  test('are wired to the sum, each by itself', () => {
    const wires = wiresOf(near).filter(({ state }) => state === 'lit');
    const shares = near.parts.slice(0, -1).map(({ chip }) => chip);
    expect(wires.map(({ of }) => of)).toEqual(shares.map(({ key }) => key));
    expect(wires.map(({ from }) => from[1])).toEqual(shares.map(({ at }) => at[1]));
    for (const { to } of wires) expect(to).toEqual([x + near.node.extent[0], y]);
  });
});

test('of many, one that is left out ends before it meets the others', () => {
  const subject = subjectOf(
    edited(specimen(cells.lstm), { dropped: [{ value: 'hidden.state', user: 'input.preactivation' }] }),
  );
  const near = neighbourhoodOf(subject, step, 'en')!;
  const closed = wiresOf(near).filter(({ state }) => state === 'cut');
  expect(closed).toHaveLength(1);
  expect(closed[0].to[0]).toBeGreaterThan(near.node.at[0] + near.node.extent[0]);
  expect(closed[0].to[1]).toBe(closed[0].from[1]);
});
