import { expect, test } from 'vitest';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { parameterNear } from './parameter-near.ts';

const { graph } = specimen(lstm).run.program;

test.each([
  ['W.f', 'W.f'],
  ['b.o', 'b.o'],
  ['forget.gate', 'W.f'],
  ['candidate', 'W.c'],
  ['hidden.state', 'W.o'],
  ['loss', 'W.y'],
])('the parameter nearest to %s is %s', (id, parameter) => expect(parameterNear(graph, id)).toBe(parameter));

test('what comes from no parameter has the first', () =>
  expect(parameterNear(graph, 'input')).toBe(graph.parameters[0].id));
