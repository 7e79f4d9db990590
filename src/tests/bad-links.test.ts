import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stage } from '#lib/stage/stage.svelte.ts';
import { linkStateOf, stageStateOf } from '#lib/stage/stage-state.ts';
import { linkQuery, readLink, type LinkState } from '#lib/stepper/link.ts';
import { unvaried, type Variation } from '#lib/workbench/variation.ts';
import { bad, good, model, nastyQueries } from './bad-links.ts';
import { lessonStages } from './lesson-stage.ts';
import { seed } from './seed.ts';

const newStage = lessonStages('15-lstm-forward');
const stage = newStage();
const listNames = ['set', 'hold', 'drop'] as const;

/** A state is valid if its link leads to it again, from anywhere, and says nothing that is not there. */
function expectValid(shown: Stage): void {
  const link = shown.linkState;
  const read = readLink({ search: linkQuery(link), hash: '' });
  expect(read).toEqual(link);
  for (const other of [shown, newStage()]) {
    expect(other.adopt(read)).toEqual([]);
    expect(other.linkState).toEqual(link);
  }
}

const addressOf = (name: string, entry: string): string => (name === 'drop' ? entry : entry.replace(/:[^:]*$/, ''));

/** Every entry is kept, or said to be bad. */
function expectAccounted(link: LinkState, found: readonly string[]): void {
  const kept = stage.bench.variation;
  for (const name of listNames) {
    for (const entry of link[name]?.split(';').filter(Boolean) ?? []) {
      const address = addressOf(name, entry);
      const isKept = name === 'drop' ? kept.drop.includes(address) : Object.hasOwn(kept[name], address);
      const isBad = found.some((part) => part.startsWith(`${name}=${address}`));
      expect(isKept || isBad, `${name}=${entry}`).toBe(true);
    }
  }
}

const shuffledPart = (name: (typeof listNames)[number]) =>
  fc
    .tuple(fc.subarray([...good[name]]), fc.subarray([...bad[name]]))
    .chain(([kept, refused]) =>
      fc
        .shuffledSubarray([...kept, ...refused], { minLength: kept.length + refused.length })
        .map((entries) => ({ entries, kept: entries.filter((entry) => kept.includes(entry as never)), refused })),
    );

test('whatever stands beside them, good entries are kept in their order, and each bad one is listed', () => {
  fc.assert(
    fc.property(shuffledPart('set'), shuffledPart('hold'), shuffledPart('drop'), (set, hold, drop) => {
      const parts = { set, hold, drop };
      const link = Object.fromEntries(listNames.map((name) => [name, parts[name].entries.join(';')]));
      const found = stage.adopt({ at: 'forward:cell.state@2', ...link });
      for (const name of listNames) {
        const number = (entry: string): [string, number] => [addressOf(name, entry), Number(entry.split(':').at(-1))];
        const kept = stage.bench.variation[name];
        if (name === 'drop') expect(kept).toEqual(parts.drop.kept);
        else expect(Object.entries(kept)).toEqual(parts[name].kept.map(number));
        const listed = found.filter((part) => part.startsWith(`${name}=`));
        expect(listed.toSorted()).toEqual(parts[name].refused.map((entry) => `${name}=${entry}`).toSorted());
      }
      expectValid(stage);
    }),
    { seed, numRuns: 100 },
  );
});

const whole = [
  ...Object.entries({ ...good }).map(([name, entries]) => `${name}=${encodeURIComponent(entries.join(';'))}`),
  'at=backward:cell.state@2',
  'at=update:W.f',
  'zoom=element',
  'unit=2',
  'reveal=symbols',
  'view=check',
  'check=grad:W.f[0][1]',
  'epsilon=0.001',
  'framework=pytorch',
  'extent=model',
  'given=W.f',
  'slider=W.f[0][1]',
  'setting=mirrored',
  'preset=gru-2-3-7',
  `model=${encodeURIComponent(model)}`,
  'rule=adam',
  'updates=2',
  'v=1',
];
const nastyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '%',
    '%zz',
    '&',
    '=',
    ';',
    ':',
    '<',
    '@',
    '[',
    ']',
    '#',
    '1e309',
    'NaN',
    '\ud800',
    '９',
  ),
  fc.constantFrom(...bad.set, ...bad.hold, ...bad.drop),
);
/** A good link in which something was cut out and something put in, a few times. */
const mutated = fc
  .tuple(
    fc.shuffledSubarray(whole, { minLength: 1 }),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), nastyText), { maxLength: 4 }),
  )
  .map(([parts, wounds]) =>
    wounds.reduce(
      (text, [where, length, put]) => {
        const at = 1 + Math.floor(where * (text.length - 1));
        return text.slice(0, at) + put + text.slice(at + length);
      },
      `?${parts.join('&')}`,
    ),
  );

const brokenLink = fc
  .oneof({ weight: 9, arbitrary: mutated }, { weight: 1, arbitrary: nastyText })
  .map((search) => readLink({ search, hash: '' }));

test('of 10,000 broken links none makes their reader throw', () => {
  const opening = { at: 'forward:loss' };
  const read = (link: LinkState): void => {
    const { state, bad: found } = stageStateOf(link, opening);
    expect(stageStateOf(linkStateOf(state, opening), opening)).toEqual({ state, bad: [] });
    expect(found.every((part) => typeof part === 'string')).toBe(true);
  };
  fc.assert(fc.property(brokenLink, read), { seed, numRuns: 10_000 });
});

// All 10,000 take minutes; SEED chooses others.
test('each broken link leaves a valid state, and what it says is kept or listed', () => {
  const take = (link: LinkState): void => {
    expectAccounted(link, stage.adopt(link));
    expectValid(stage);
  };
  fc.assert(fc.property(brokenLink, take), { seed, numRuns: Number(process.env.LINKS ?? 200) });
  // Each is a page's whole model: a busy machine takes its time.
}, 300_000);

test('no object of strings, whatever its names, makes the reader of links throw', () => {
  const names = fc.oneof(nastyText, fc.constantFrom('at', 'zoom', 'unit', 'set', 'hold', 'drop', 'rule', 'model'));
  fc.assert(
    fc.property(fc.dictionary(names, nastyText, { noNullPrototype: false }), (link) => {
      stageStateOf(link, { at: 'forward:loss' });
      stage.adopt(link);
      expectValid(stage);
    }),
    { seed, numRuns: 100 },
  );
});

test('the workbench refuses numbers that are none, and keeps the others', () => {
  const numbers = fc.dictionary(
    fc.constantFrom('W.f[0][1]', 'rate', 'forget.gate', 'nothing', '__proto__'),
    fc.double(),
  );
  fc.assert(
    fc.property(numbers, numbers, (set, hold) => {
      const variation: Variation = { ...unvaried, set, hold };
      stage.bench.become({}, variation);
      const kept = stage.bench.variation;
      expect([...Object.values(kept.set), ...Object.values(kept.hold)].every(Number.isFinite)).toBe(true);
      expect(kept.set['W.f[0][1]']).toBe(Number.isFinite(set['W.f[0][1]']) ? set['W.f[0][1]'] : undefined);
      expectValid(stage);
    }),
    { seed, numRuns: 100 },
  );
});

test.each(nastyQueries)('%s leaves a valid state', (search) => {
  const fresh = newStage();
  fresh.adopt(readLink({ search, hash: '' }));
  expectValid(fresh);
});

test('a place that is not there, also one the back button leads to, is the one that the page opens with', () => {
  const fresh = newStage();
  const opening = fresh.stepper.cursor;
  fresh.adopt({ at: 'forward:cell.state@2' });
  expect(fresh.adopt({ at: 'forward:cell.state@99' })).toEqual(['forward:cell.state@99']);
  expect(fresh.stepper.cursor).toBe(opening);
});

test('a link of 20,000 entries is read, and every one of them is accounted for', () => {
  const set = Array.from({ length: 20_000 }, (_, index) => `x${index}:1`).join(';');
  expect(stage.adopt({ set })).toHaveLength(20_000);
});
