import { expect, test } from 'vitest';
import { lstm } from '#lib/cells/lstm/cell.ts';
import type { Step } from '#lib/engine/steps.ts';
import { subjectOf } from '../drawing/subject.ts';
import { specimen } from '../gallery/specimen.ts';
import { gatesChart } from '../gates-chart/gates-chart.ts';
import { gradientsChart } from '../gradients-chart/gradients-chart.ts';
import { toCome } from './to-come.ts';

const model = specimen(lstm);
const { progress } = subjectOf(model);
const gates = gatesChart(model, 'en', 0);
const gradients = gradientsChart(model, 'en');

test.each([
  ['at the start, all gates', gates, { pass: 'forward', t: 1, id: 'forget.preactivation' }, [0, 5]],
  [
    'as soon as one gate of t = 2 is known, those after it',
    gates,
    { pass: 'forward', t: 2, id: 'forget.gate' },
    [2, 5],
  ],
  ['behind the cell, where the readout begins, none', gates, { pass: 'forward', t: 4, id: 'output' }, null],
  ['on the way back, none', gates, { pass: 'backward', t: 3, id: 'cell.state' }, null],
  ['on the way there, all gradients', gradients, { pass: 'forward', t: 4, id: 'cell.state' }, [0, 5]],
  ['on the way back, those before', gradients, { pass: 'backward', t: 3, id: 'cell.state' }, [0, 3]],
  ['at the end, none', gradients, { pass: 'update', t: 0, id: 'W.f' }, null],
] satisfies [string, unknown, Step, unknown][])('what is to come: %s', (_, chart, step, expected) => {
  expect(toCome(chart, progress, step)).toEqual(expected);
});
