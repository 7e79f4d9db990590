import { expect, test } from 'vitest';
import { updateRules } from '#lib/engine/updates.ts';
import { readSetting } from './setting.ts';

test('the usual value of every setting may be typed', () => {
  for (const { settings } of Object.values(updateRules))
    for (const [id, value] of Object.entries(settings)) expect(readSetting(id, String(value)), id).toEqual({ value });
});

test.each([
  ['rate', 'a tenth', 'unreadable'],
  ['rate', '', 'unreadable'],
  ['rate', '1e999', 'unreadable'],
  ['rate', '0', 'rate'],
  ['rate', '−0.1', 'rate'],
  ['epsilon', '0', 'epsilon'],
  ['momentum', '1', 'part'],
  ['beta2', '-0.1', 'part'],
])('%s = %s is refused: %s', (id, text, problem) => expect(readSetting(id, text)).toEqual({ problem }));

test.each([
  ['rate', '1.8·10⁻⁴', 1.8e-4],
  ['rate', '50', 50],
  ['momentum', '0', 0],
])('%s = %s is taken', (id, text, value) => expect(readSetting(id, text)).toEqual({ value }));
