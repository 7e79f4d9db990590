import { expect, test } from 'vitest';
import { operations, type OperationName } from '#lib/engine/operations.ts';
import { en } from '#lib/i18n/en.ts';
import { fill, languages } from '#lib/i18n/languages.ts';
import { en as later } from '#lib/i18n/later/en.ts';
import { zh as laterInChinese } from '#lib/i18n/later/zh.ts';
import { zh } from '#lib/i18n/zh.ts';

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

test.each(Object.keys(operations) as OperationName[])(
  'the phrases of %s put in the same numbers in every language',
  (name) => {
    const phrases = Object.values(languages).map(({ messages }) => placeholders(messages.operations[name]));
    const { arity = 0 } = operations[name];
    const allowed = ['arithmetic', ...Array.from({ length: arity }, (_, k) => String(k))];
    for (const phrase of phrases) {
      expect(phrase).toEqual(phrases[0]);
      expect(phrase.length).toBeGreaterThan(0);
      for (const placeholder of phrase) expect(allowed).toContain(placeholder);
    }
  },
);

function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value as object, `${path}${key}.`),
  );
}

test('every message has the same placeholders in every language, and says something', () => {
  const chinese = new Map(texts({ ...zh, ...laterInChinese }));
  for (const [key, text] of texts({ ...en, ...later })) {
    expect([key, placeholders(chinese.get(key)!)]).toEqual([key, placeholders(text)]);
    expect(chinese.get(key)!.length, key).toBeGreaterThan(0);
  }
});

test('filling puts values in and leaves what is not there', () => {
  expect(fill('step {step} of {count}', { step: 3 })).toBe('step 3 of {count}');
});
