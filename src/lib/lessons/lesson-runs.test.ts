import { expect, test } from 'vitest';
import golden from './build/fixtures/output/15-first-symbol.en.json';
import type { LessonDocument } from './document.ts';
import { LessonRuns } from './lesson-runs.ts';

const runs = new LessonRuns(golden as unknown as LessonDocument);

test('a run is computed once', () => {
  expect(runs.get('learned')).toBe(runs.get('learned'));
  expect(runs.get('no-such')).toBeUndefined();
});
