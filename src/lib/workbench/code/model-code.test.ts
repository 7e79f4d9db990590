import { describe, expect, it, test } from 'vitest';
import { cells } from '#lib/cells/registry.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { editedModel, modelOf, models, withoutReadout } from '../../../tests/code-models.ts';
import { numbersIn, pythonWith, runPython } from '../../../tests/python.ts';
import { givenOf } from './model-given.ts';
import { modelCode } from './model-code.ts';
import { gradientName } from './names.ts';
import type { Dialect } from './script-choice.ts';

const pythons = { numpy: pythonWith('numpy'), pytorch: pythonWith('torch') };
const dialects: Dialect[] = ['numpy', 'pytorch'];
/** In the other notations the parameters have other names. */
const inOtherNotations = [...withoutReadout, editedModel].flatMap((model) =>
  (['pytorch', 'keras'] as const).map((notation) => model.inNotation(notation)),
);
const everyModel = [...models, ...withoutReadout, editedModel, ...inOtherNotations];

/** By the name a script prints them under: the loss, and the gradients of all that is given. */
function expected(model: NamedRun): Map<string, number[]> {
  const { parameters, states, data } = givenOf(model);
  const places = [
    ...[...parameters, ...states].map(({ id }) => ({ id, t: 0 })),
    ...data.flatMap(({ id, times, isGathered }) => (isGathered ? times.map((t) => ({ id, t })) : [])),
  ];
  const gradients = places.map((place): [string, number[]] => [
    gradientName(model, place),
    [...model.run.gradient(place.id as 'W.f', place.t)],
  ]);
  return new Map([['loss', [model.run.loss]], ...gradients]);
}

function faults(model: NamedRun, printed: string): string[] {
  const lines = printed.trim().split('\n');
  const found = new Map(lines.map((line) => line.split(' = ') as [string, string]));
  return [...expected(model)].flatMap(([name, right]) => {
    const numbers = numbersIn(found.get(name) ?? '');
    const isRight = numbers.length === right.length && numbers.every((each, i) => Math.abs(each - right[i]) <= 1e-12);
    return isRight ? [] : `${name}: ${right.join(', ')} expected, ${found.get(name) ?? printed}`;
  });
}

describe.each(dialects)('%s', (dialect) => {
  it.skipIf(pythons[dialect] === undefined)(
    'finds the loss and the gradient of all that is given, edits honoured (skipped without Python and it)',
    () => {
      const outputs = runPython(
        pythons[dialect]!,
        everyModel.map((model) => modelCode(model, dialect)),
      );
      expect(outputs.flatMap((printed, index) => faults(everyModel[index], printed)).slice(0, 3)).toEqual([]);
    },
  );

  test('every script is complete, in every language', () => {
    for (const model of everyModel) {
      for (const language of ['en', 'zh'] as const) {
        const script = modelCode(model, dialect, { language });
        expect(script).not.toMatch(/undefined|NaN|Infinity|\[object|\{name\}.*#/);
      }
    }
  });
});

test.each(dialects)('in the whole model for %s, too, every parameter says where its library keeps it', (dialect) => {
  const model = modelOf(cells.gru, 'mse', 'all').inNotation('keras');
  const script = modelCode(model, dialect);
  expect(script).toContain('# recurrent_kernel[:, 2:4].T\nU_r = ');
  expect(script).toContain('# bias[1, 2:4]\nd_r = ');
});

test('PyTorch’s own module is used where there is one, unless something in it is held or left out', () => {
  expect(modelCode(modelOf(cells.gru, 'mse', 'all'), 'pytorch')).toContain('nn.GRU(2, 2)');
  expect(modelCode(editedModel, 'pytorch')).not.toContain('nn.LSTM');
});
