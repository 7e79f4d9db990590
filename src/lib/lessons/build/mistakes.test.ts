import { expect, test } from 'vitest';
import { LessonRuns } from '../lesson-runs.ts';
import { compileEdited, mistakesAfter } from './edited-lesson.ts';
import { faultyDirectives } from './faulty-directives.ts';
import { faultyProse } from './faulty-prose.ts';
import { faultyYaml } from './faulty-yaml.ts';
import { mistakeText, Source } from './mistake.ts';

test.each([...faultyDirectives, ...faultyProse, ...faultyYaml])('%s', (_, edits, messages) => {
  expect(mistakesAfter(...edits).map((text) => text.split('\n')[0])).toEqual(messages);
});

test('a lesson without mistakes has none', () => {
  expect(mistakesAfter()).toEqual([]);
});

test('a mistake is shown in its line, with a caret below its place', () => {
  expect(mistakesAfter(['en.md', 'name=strip', 'name=stripp'])).toEqual([
    [
      'en.md:26:15: unknown visual “stripp” (nearest: strip)',
      '26 | ::visual{name=stripp at=forward:cell.state@2}',
      '   |               ^',
    ].join('\n'),
  ]);
});

test('the caret stands right below Chinese, whose letters are twice as wide', () => {
  expect(mistakesAfter(['zh.md', '遗忘的多？', '忘记门？'])).toEqual([
    [
      'zh.md:34:8: “忘记门” is called “遗忘门” in this course',
      '34 | 保留的多，还是忘记门？',
      '   | 　　　　　　　^',
    ].join('\n'),
  ]);
});

test('while developing, a mistake stands before the block it is in, one of another file at the top', () => {
  const { documents } = compileEdited(['en.md', 'name=strip', 'name=stripp']);
  const types = (blocks: readonly { type: string }[]): string[] => blocks.map(({ type }) => type);
  const scene = documents.en.sections.find((section) => section.scene === 'forget')!;
  expect(types(scene.blocks)).toEqual(['heading', 'paragraph', 'mistake', 'table', 'predict', 'predict']);
  expect(types(documents.zh.sections[0].blocks)).toEqual(['mistake']);
});

test.each([
  ['the model', ['lesson.yaml', 'cell: lstm', 'cell: lsmt']],
  ['anything of lesson.yaml', ['lesson.yaml', 'needs: []', 'needs: [']],
] as const)('while developing, the page opens, though %s cannot be read', (_, edit) => {
  const { documents, mistakes } = compileEdited(edit);
  expect(new LessonRuns(documents.zh).get()).toBeDefined();
  expect(documents.zh.scenes).not.toEqual([]);
  expect(documents.zh.sections[0].blocks).toEqual(
    mistakes.map((mistake) => ({ type: 'mistake', text: mistakeText(mistake) })),
  );
});

test('a file from Windows has the same lines', () => {
  expect(new Source('en.md', '\uFEFFone\r\ntwo').lines).toEqual(['one', 'two']);
});

test.each([
  ['the address of another site', 'See https://arxiv.org/abs/1412.3555 there.'],
  ['times of day, ratios and code', 'From 9:30 on, 2:1, as `0.5` says.'],
  ['a comment of the author', '<!-- to do: 0.5 -->'],
  ['a space in a formula', '$$\na \\\\[0.6em] b\n$$'],
])('%s is no mistake', (_, words) => {
  expect(mistakesAfter(['en.md', 'What does it remember?', words])).toEqual([]);
});
