import { expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import { cells } from '#lib/cells/registry.ts';
import { range } from '#lib/engine/instances.ts';
import type { Step } from '#lib/engine/steps.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { numberText } from '#lib/formula/number.ts';
import { cursorText } from '#lib/stepper/cursor.ts';
import { subjectOf } from '../drawing/subject.ts';
import { specimen } from '../gallery/specimen.ts';
import { cellHeight } from './cell.ts';
import { pictureOf } from './picture-scene.ts';
import { nextHeight } from './result.ts';
import type { Scene } from './scene.ts';
import { keyOf } from './terms.ts';
import { alongCurve } from './ways.ts';

interface Box {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const around = (name: string, x: number, y: number, width: number, height: number): Box => ({
  name,
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

function boxesOf({ plates, blocks, results }: Scene): Box[] {
  return [
    ...plates.map(({ key, x, y, shape }) => around(`plate ${key}`, x, y, shape.width, shape.height)),
    ...blocks.flatMap(({ cells: all }) =>
      all.map(({ number, left, top, width }) =>
        around(keyOf(number), left + width / 2, top + cellHeight / 2, width, cellHeight),
      ),
    ),
    ...results.map(({ key, x, y, width, height }) => around(`result ${key}`, x, y, width, height)),
    ...results.flatMap(({ next, x, width }) => next.map(({ tex, y }) => around(tex, x, y, width, nextHeight))),
  ];
}

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.01 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.01;

function faultsOf(scene: Scene): string[] {
  const boxes = boxesOf(scene);
  const collisions = boxes.flatMap((a, k) =>
    boxes
      .slice(k + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `${a.name} on ${b.name}`),
  );
  const outside = boxes.filter(
    ({ left, right, top, bottom }) => left < 0 || top < 0 || right > scene.width || bottom > scene.height,
  );
  const crossed = scene.ways.flatMap(({ key, curve }) =>
    boxes
      .filter((box) => alongCurve(curve).some(([x, y]) => overlap(box, around('', x, y, 0.1, 0.1))))
      .map((box) => `the way ${key} crosses ${box.name}`),
  );
  return [...collisions, ...outside.map(({ name }) => `${name} leaves the drawing`), ...crossed];
}

/** What is wrong with a running sum. */
function faultsOfSums({ waterfalls }: Scene): string[] {
  return waterfalls.flatMap(({ bars, result, number }) => {
    const total = bars.reduce((sum, { value }) => sum + value, 0);
    const last = bars[bars.length - 1];
    const end = last.isNegative ? last.top + last.height : last.top;
    const end2 = result.isNegative ? result.top + result.height : result.top;
    return [
      ...(Math.abs(total - number.value) <= 1e-12 ? [] : [`the bars add up to ${total}, not ${number.value}`]),
      ...(Math.abs(end - end2) <= 0.9 ? [] : [`the last bar ends at ${end}, the result at ${end2}`]),
      ...(result.text === number.text ? [] : [`${result.text} is shown of ${number.text}`]),
      ...bars.flatMap(({ value, text }) => (text === numberText(value) ? [] : `${text} is shown of ${value}`)),
    ];
  });
}

const everyUnit = (model: NamedRun, step: Step): number[] => range(0, (model.shape(step.id)[0] ?? 1) - 1);

const more = (count: number): string => `… ${count} more`;

test.each(Object.values<Cell>(cells).flatMap((cell) => [1, 2, 3, 4].map((hiddenSize) => ({ cell, hiddenSize }))))(
  'no number of $cell.id with $hiddenSize units lies on another, no line on a number, and the bars add up',
  ({ cell, hiddenSize }) => {
    const model = specimen(cell, { hiddenSize, inputSize: 2, timesteps: 3 });
    const found = subjectOf(model).progress.steps.flatMap((step) =>
      everyUnit(model, step).flatMap((unit) => {
        const scene = pictureOf(model, step, unit, more);
        const place = `${cursorText(step, model.run.program.graph.values)}[${unit}]`;
        return [...faultsOf(scene), ...faultsOfSums(scene)].map((fault) => `${place}: ${fault}`);
      }),
    );
    expect(found).toEqual([]);
  },
);

test.each([16, 9])('%s units do not fit, and what is left out is said with what it adds', (hiddenSize) => {
  const model = specimen(cells.lstm, { hiddenSize, inputSize: 8, timesteps: 2 });
  const scene = pictureOf(model, { pass: 'forward', t: 2, id: 'forget.preactivation' }, hiddenSize - 1, more);
  expect(faultsOf(scene)).toEqual([]);
  expect(faultsOfSums(scene)).toEqual([]);
  const [rest] = scene.plates.filter(({ isRest }) => isRest);
  const shown = scene.plates.length - 1;
  expect(rest.shape.lines[0][0].text).toBe(`… ${8 + hiddenSize + 1 - shown} more`);
});

test('the curve is the function: its point is the input and the output of the run', () => {
  const model = specimen(cells.lstm);
  for (const id of ['forget.gate', 'candidate', 'cell.squashed'] as const) {
    const { curve } = pictureOf(model, { pass: 'forward', t: 2, id }, 1, more);
    const { drawing, plot } = curve!;
    const share = (drawing.origin[1] - drawing.point[1]) / (drawing.origin[1] - drawing.levels.at(-1)!.y);
    expect(share).toBeCloseTo(model.run.value(id, 2)[1], 12);
    expect(drawing.point[0]).toBeGreaterThan(plot.left);
  }
});

test('what comes through a gate is as large a part of the number as the gate is open, on its side of 0', () => {
  const model = specimen(cells.lstm);
  for (const { id, gate, whole } of [
    { id: 'cell.written', gate: 'input.gate', whole: 'candidate' },
    { id: 'hidden.state', gate: 'output.gate', whole: 'cell.squashed' },
  ] as const) {
    for (const unit of [0, 1]) {
      const share = pictureOf(model, { pass: 'forward', t: 2, id }, unit, more).share!;
      expect(share.partWidth / share.width).toBeCloseTo(model.run.value(gate, 2)[unit], 12);
      expect(share.isNegative).toBe(model.run.value(whole, 2)[unit] < 0);
      expect([share.whole.value, share.part.value]).toEqual([
        model.run.value(whole, 2)[unit],
        model.run.value(id, 2)[unit],
      ]);
    }
  }
  expect(pictureOf(model, { pass: 'backward', t: 2, id: 'forget.gate' }, 0, more).share).toBeUndefined();
});

test('numbers beyond all numbers leave no hole in the drawing', () => {
  const model = specimen(cells.lstm);
  for (const number of [Infinity, -Infinity, NaN, 1e300]) {
    model.run.value('W.f')[0] = number;
    model.run.forward().backward();
    for (const step of subjectOf(model).progress.steps) {
      expect(JSON.stringify(drawn(pictureOf(model, step, 0, more)))).not.toMatch(/NaN|Infinity/);
    }
  }
});

/** What the page is told of a scene, without the numbers it writes. */
const drawn = ({ ways, waterfalls, curve, results }: Scene): unknown[] => [
  ways.map(({ path }) => path),
  waterfalls.map(({ bars, result, steps, zero }) => [
    [...bars, result].map(({ x, top, height, textY }) => `${x} ${top} ${height} ${textY}`),
    steps.map(({ y }) => `${y}`),
    `${zero}`,
  ]),
  curve ? [curve.drawing.path, `${curve.drawing.point} ${curve.drawing.tangent}`] : [],
  results.map(({ x, y, width }) => `${x} ${y} ${width}`),
];
