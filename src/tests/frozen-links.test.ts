import { expect, test } from 'vitest';
import { parseAddress } from '#lib/stepper/address.ts';
import { linkQuery, readLink } from '#lib/stepper/link.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import type { Stage } from '#lib/stage/stage.svelte.ts';
import { frozenLinks } from './frozen-links.ts';
import { lessonStages } from './lesson-stage.ts';

// Links stand in slides, in mails and on worksheets, and mean the same for ever: entries of the list are only ever added.
// An entry turns red if the code that reads links has changed, or the numbers of the lesson, whose links these are.

const newStage = lessonStages('15-lstm-forward');

function numberAt({ model }: Stage, text: string): number | string {
  const parsed = parseAddress(text);
  const reading = 'address' in parsed ? readAddress(model.run, parsed.address) : parsed;
  return 'problem' in reading ? reading.problem : reading.numbers[0];
}

const asUsual = {
  ...{ zoom: 'equation', unit: 0, reveal: 'result', cell: 'lstm', rule: 'sgd', updates: 0 },
  ...{
    view: 'drawing',
    check: undefined,
    epsilon: 1e-5,
    framework: 'numpy',
    extent: 'step',
    given: 'step',
    slider: '',
  },
};

test.each(frozenLinks)('$link', ({ link, shows, numbers }) => {
  const stage = newStage();
  expect(stage.adopt(readLink({ search: link, hash: '' }))).toEqual([]);
  expect({ ...stage.state, cell: stage.model.cell.id }).toMatchObject({ ...asUsual, ...shows });
  expect(stage.state.setting).toBe(shows.setting);
  expect(stage.state.preset).toBe(shows.preset);
  expect(Object.fromEntries(Object.keys(numbers).map((address) => [address, numberAt(stage, address)]))).toEqual(
    numbers,
  );
  // As the page writes it, and in the single file, it means the same.
  const written = linkQuery(stage.linkState);
  for (const location of [
    { search: written, hash: '' },
    { search: '', hash: `#/en/lstm-forward${written}` },
  ]) {
    const again = newStage();
    expect(again.adopt(readLink(location))).toEqual([]);
    expect(again.state).toEqual(stage.state);
  }
});
