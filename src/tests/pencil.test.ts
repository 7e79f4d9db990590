import { mkdirSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import { cells } from '#lib/cells/registry.ts';
import { range } from '#lib/engine/instances.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import { stepsOf, type Step } from '#lib/engine/steps.ts';
import { formulaTex } from '#lib/formula/formula.ts';
import { formulasAt } from '#lib/formula/formulas-at.ts';
import { ledgerOf } from '#lib/formula/ledger-rows.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { isSameNumber, shownNumber, texOfNumberText } from '#lib/formula/number.ts';
import { sentenceOf } from '#lib/formula/sentence.ts';
import { modelAt } from '#lib/formula/update-of.ts';
import { en } from '#lib/i18n/en.ts';
import { zh } from '#lib/i18n/zh.ts';
import { computed } from '#lib/lessons/build/pencil.ts';
import type { Inlines, LessonDocument, Table } from '#lib/lessons/document.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { newLesson } from '../../scripts/new/lesson.ts';
import { lessonsRead } from './journeys/lessons-read.ts';

/** Every number shown at a step, at each zoom. */
const zoomed = (model: NamedRun, step: Step) => [
  { folded: true },
  { folded: false },
  { folded: false, elements: range(0, sizeOf(model.shape(step.id)) - 1) },
];

const isEqual = (a: string, b: string): boolean => {
  const [left, right] = [computed(a), computed(b)];
  if (!left || !right)
    throw new Error(`${a} or ${b} is more than a pencil can compute (src/lib/lessons/build/pencil.ts)`);
  return right.every((row, i) => row.every((value, j) => isSameNumber((left[i] ?? left[0])[j], value)));
};

/** From the innermost element outwards. */
function texOfMath(math: string): string {
  const outer = math
    .replace(/<msup>(<(\w+)[^<>]*>[^<>]*<\/\2>)(<(\w+)[^<>]*>[^<>]*<\/\4>)<\/msup>/g, '$1<mo>^</mo>$3')
    .replace(/<(m\w+)[^<>]*>([^<>]*)<\/\1>/g, (_, name: string, text: string) =>
      name === 'math' ? text : ` ${text} `,
    );
  return outer === math ? math.replaceAll('−', '-').replaceAll('⋅', '\\cdot') : texOfMath(outer);
}

/** What a cell says, as TeX; its ≈ aside. */
const texIn = (cell: Inlines): string =>
  cell
    .map((inline) => {
      if (inline.type === 'number') return texOfNumberText(inline.text);
      return inline.type === 'formula' ? texOfMath(/<math.*?<\/math>/s.exec(inline.html)![0]) : '';
    })
    .join('');
const isAbout = (cell: Inlines): boolean => cell.some((inline) => inline.type === 'text' && inline.text.includes('≈'));
const numberIn = (cell: Inlines): number | undefined =>
  cell.some(({ type }) => type === 'number') ? computed(texIn(cell))?.[0][0] : undefined;

/** A table's results, with what its figures give: the last row of a sum, and what stands behind a calculation. */
function resultsOf({ rows }: Table): { cell: Inlines; found: number }[] {
  const last = rows.at(-1)!;
  const isSum = [en, zh].some(({ walk: { sum } }) => texOrText(last[0]) === sum);
  const sums = last.map((cell, column) => ({
    cell,
    found: rows.slice(0, -1).reduce((total, row) => total + (numberIn(row[column]) ?? NaN), 0),
  }));
  const behind = rows.flatMap((row) =>
    row.slice(1).map((cell, place) => ({ cell, found: computed(texIn(row[place]))?.[0][0] ?? NaN, of: row[place] })),
  );
  const calculated = behind.filter(({ of }) => of.some(({ type }) => type === 'formula'));
  return [...(isSum ? sums : []), ...calculated].filter(
    ({ cell, found }) => numberIn(cell) !== undefined && !Number.isNaN(found),
  );
}

const texOrText = (cell: Inlines): string => cell.map((inline) => ('text' in inline ? inline.text : '')).join('');
const tablesIn = ({ sections }: LessonDocument): Table[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table'));

function pencilFindsResult(model: NamedRun, step: Step): void {
  for (const zoom of zoomed(model, step)) {
    for (const formula of formulasAt(model, step, zoom)) {
      const { numbers, result } = formulaTex(modelAt(model, step), formula);
      expect.soft([numbers, result, formula.exact]).toEqual([numbers, result, isEqual(numbers, result)]);
    }
  }
}

/** What `npm run new lesson` makes. */
function skeletons(): ReturnType<typeof lessonsRead> {
  const folder = 'test-results/lessons-for-a-pencil';
  mkdirSync(folder, { recursive: true });
  try {
    newLesson('12-forget-gate', folder);
    return lessonsRead(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each([...lessonsRead(), ...skeletons()])(
  'with the figures of $document.slug',
  ({ document, inChinese, runs }) => {
    const names = [undefined, ...Object.keys(document.settings)];
    const models = names.map((name) => runs.get(name)!);
    const stepsIn = models.flatMap((model) => stepsOf(model.run.program).map((step) => ({ model, step })));

    test('a pencil finds the result of every formula, or ≈ stands before it', () => {
      for (const { model, step } of stepsIn) pencilFindsResult(model, step);
    });

    test('what is said is "about" where the numbers that are said do not add up, and so does the ledger', () => {
      for (const { model, step } of stepsIn.filter(({ step: { pass } }) => pass === 'backward')) {
        const ledger = ledgerOf(model, step, 0);
        const said = sentenceOf(model, step, { language: 'en' });
        const [, terms, about, result] = /: (.*) add up to (about )?(\S+)\.(?: |$)/.exec(said) ?? [];
        for (const [column, { value, exact }] of ledger.sums.entries()) {
          const shown = ledger.rows
            .filter(({ isDropped }) => !isDropped)
            .map(({ cells }) => shownNumber(cells[column]?.value ?? 0));
          const sum = shown.reduce((a, b) => a + b, 0);
          expect.soft([step, exact]).toEqual([step, isSameNumber(sum, shownNumber(value))]);
        }
        if (terms === undefined) continue;
        const sum = terms
          .split(/, | and /)
          .reduce((a, term) => a + Number(term.replace('−', '-').replace(/·10.*/, '')), 0);
        if (!/·/.test(terms + result)) {
          expect.soft([said, about === undefined]).toEqual([said, isSameNumber(sum, Number(result.replace('−', '-')))]);
        }
      }
    });

    test('in the tables of the text, ≈ stands before what their figures do not give', () => {
      for (const { cell, found } of [document, inChinese].flatMap(tablesIn).flatMap(resultsOf)) {
        const number = numberIn(cell)!;
        expect.soft([number, isAbout(cell)]).toEqual([number, !isSameNumber(found, number)]);
      }
    });
  },
);

/** Every cell that a lesson can have. Where an array is a single number, its brackets are those of its sign. */
const single = Object.values<Cell>(cells)
  .filter(({ torch }) => torch)
  .flatMap((cell) =>
    [
      [1, 1],
      [1, 2],
      [2, 1],
    ].map(([inputSize, hiddenSize]) => ({ cell, id: cell.id, inputSize, hiddenSize })),
  );

test.each(single)(
  'a pencil finds the results of $id with inputSize $inputSize and hiddenSize $hiddenSize',
  ({ cell, inputSize, hiddenSize }) => {
    const model = specimen(cell, { inputSize, hiddenSize, timesteps: 2 });
    for (const step of stepsOf(model.run.program)) pencilFindsResult(model, step);
  },
);
