import { expect, test } from 'vitest';
import { range } from '#lib/engine/instances.ts';
import { fileNameOf, rememberName } from './file-names.ts';

test('the names of the latest files are known, however many were opened', () => {
  for (const each of range(1, 30)) {
    rememberName(`model ${each}`, `${each}.json`);
    rememberName('the favourite', 'favourite.json');
  }
  expect(fileNameOf('model 30')).toBe('30.json');
  expect(fileNameOf('the favourite')).toBe('favourite.json');
  expect(fileNameOf('model 1')).toBeUndefined();
});
