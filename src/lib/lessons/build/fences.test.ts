import { expect, test } from 'vitest';
import { balanceFences } from './fences.ts';
import { Source } from './mistake.ts';

function balanced(...lines: string[]): { lines: string[]; messages: string[] } {
  const source = new Source('x.md', lines.join('\n'));
  const { text } = balanceFences(source);
  return { lines: text.split('\n'), messages: source.mistakes.map(({ line, message }) => `${line}: ${message}`) };
}

test('an outer container gets more colons than those inside it', () => {
  const lines = [':::scene', ':::predict', ':::note', ':::', ':::', ':::note', ':::', ':::'];
  const wanted = [':::::scene', '::::predict', ':::note', ':::', '::::', ':::note', ':::', ':::::'];
  expect(balanced(...lines)).toEqual({ lines: wanted, messages: [] });
});

test('whoever counts colons, as Markdown would have it, is understood as well', () => {
  const lines = ['::::scene{#a}', ':::note', ':::', '::::'];
  expect(balanced(...lines)).toEqual({ lines, messages: [] });
});

test('code and formulas are left alone', () => {
  const lines = ['```', ':::scene', '```', '$$', ':::', '$$', '$$x$$', ':::note', ':::'];
  expect(balanced(...lines)).toEqual({ lines, messages: [] });
});

test('a fence with other colons shows which container was forgotten', () => {
  const { messages } = balanced('::::scene', ':::note', '::::', ':::');
  expect(messages).toEqual([
    '2: :::note is not closed: write ::: on a line of its own where it ends',
    '4: ::: closes nothing',
  ]);
});
