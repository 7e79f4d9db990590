import { expect, test } from 'vitest';
import golden from './build/fixtures/output/15-first-symbol.en.json';
import type { LessonDocument } from './document.ts';
import { readNumber } from './lesson-numbers.ts';
import { LessonRuns } from './lesson-runs.ts';
import { ownNumber } from './own-number.ts';

const runs = new LessonRuns(golden as unknown as LessonDocument);
const [own, mirrored] = [runs.get()!, runs.get('mirrored')!];
const [address, elsewhere] = ['cell.state@1[0]', 'mirrored/cell.state@1[0]'];

test('a number that the stage shows, too, is the stage’s', () => {
  expect(ownNumber(runs, own, address, readNumber(runs, address))).toEqual({ address });
  expect(ownNumber(runs, mirrored, elsewhere, readNumber(runs, elsewhere))).toEqual({ address });
});

test('a number of which the stage shows another is of the run that its address names', () => {
  expect(ownNumber(runs, mirrored, address, readNumber(runs, address))).toEqual({ address, run: own });
  expect(ownNumber(runs, own, elsewhere, readNumber(runs, elsewhere))).toEqual({ address, run: mirrored });
});

test('what nothing has is nobody’s', () => {
  expect(ownNumber(runs, own, address, 17)).toBeUndefined();
  expect(ownNumber(runs, own, 'no-such/cell.state@1[0]', 17)).toBeUndefined();
  expect(ownNumber(runs, own, 'cell.state@@', 17)).toBeUndefined();
});
