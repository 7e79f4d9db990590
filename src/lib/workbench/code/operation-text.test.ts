import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { backwardRule } from '#lib/engine/operation.ts';
import { operations, type OperationName } from '#lib/engine/operations.ts';
import { specimens, type Specimen } from '../../../tests/random-operands.ts';
import { numbersIn, pythonWith, runPython } from '../../../tests/python.ts';
import { seed } from '../../../tests/seed.ts';
import { arrayLiteral, printed } from './literal.ts';
import { backwardText, forwardText, type Occurrence } from './operation-text.ts';
import type { Dialect } from './script-choice.ts';
import { scriptOf } from './script.ts';

const pythons = { numpy: pythonWith('numpy'), pytorch: pythonWith('torch') };
const names = Object.keys(operations) as OperationName[];

interface Trial {
  readonly body: readonly string[];
  readonly right: Float64Array;
}

/** A script that takes a specimen's operands and prints `text`, and what it should print. */
function scriptFor(dialect: Dialect, { context, x, g }: Specimen, { body, right }: Trial) {
  const given = [...x.map((numbers, k) => ({ name: `x${k}`, numbers, shape: context.operands[k] }))];
  const all = [...given, { name: 'g', numbers: g, shape: context.result }];
  const literals = all.map(({ name, numbers, shape }) => ({ name, text: arrayLiteral(dialect, shape, numbers) }));
  return { script: scriptOf(dialect, { title: '', literals, body }), right };
}

const operandsOf = ({ x }: Specimen): string[] => x.map((_, k) => `x${k}`);
const occurrenceOf = ({ context, x }: Specimen): Occurrence => ({
  ...context,
  list: `[${x.map((_, k) => `x${k}`).join(', ')}]`,
  count: x.length,
});

function forward(name: OperationName, dialect: Dialect, specimen: Specimen): Trial {
  const right = new Float64Array(specimen.g.length);
  operations[name].forward(right, [...specimen.x], specimen.context);
  const text = forwardText(name, dialect, operandsOf(specimen), occurrenceOf(specimen));
  return { body: [`y = ${text}`, printed(dialect, 'y', specimen.context.result)], right };
}

function backward(name: OperationName, specimen: Specimen, k: number): Trial {
  const { x, g, context } = specimen;
  const { right: y, body } = forward(name, 'numpy', specimen);
  const right = new Float64Array(x[k].length);
  backwardRule(operations[name], k)(right, g, y, x, context, k);
  const text = backwardText(name, k, 'g', 'y', operandsOf(specimen), occurrenceOf(specimen));
  return { body: [body[0], `d = ${text}`, printed('numpy', 'd', context.operands[k])], right };
}

const isNear = (found: readonly number[], right: Float64Array): boolean =>
  found.length === right.length && found.every((number, i) => Math.abs(number - right[i]) <= 1e-11);

function expectRight(dialect: Dialect, trials: readonly { script: string; right: Float64Array }[]): void {
  const outputs = runPython(
    pythons[dialect]!,
    trials.map(({ script }) => script),
  );
  const misses = outputs.filter((output, index) => !isNear(numbersIn(output), trials[index].right));
  expect(misses.slice(0, 2)).toEqual([]);
}

const sampled = (name: OperationName): Specimen[] => fc.sample(specimens(name, 1), { numRuns: 25, seed }).flat();

it.skipIf(!pythons.numpy)('NumPy computes what the engine computes (skipped without Python and it)', () => {
  const trials = names.flatMap((name) =>
    sampled(name).map((specimen) => scriptFor('numpy', specimen, forward(name, 'numpy', specimen))),
  );
  expectRight('numpy', trials);
});

it.skipIf(!pythons.numpy)('NumPy hands on what the engine hands on (skipped without Python and it)', () => {
  const trials = names.flatMap((name) =>
    sampled(name).flatMap((specimen) =>
      specimen.x.map((_, k) => scriptFor('numpy', specimen, backward(name, specimen, k))),
    ),
  );
  expectRight('numpy', trials);
});

it.skipIf(!pythons.pytorch)('PyTorch computes what the engine computes (skipped without Python and it)', () => {
  const trials = names.flatMap((name) =>
    sampled(name).map((specimen) => scriptFor('pytorch', specimen, forward(name, 'pytorch', specimen))),
  );
  expectRight('pytorch', trials);
});

test('every operation has a text for every operand, and names those it depends on', () => {
  for (const name of names) {
    for (const specimen of sampled(name)) {
      const texts = [
        ...(['numpy', 'pytorch'] as const).map((dialect) => forward(name, dialect, specimen).body[0]),
        ...specimen.x.map((_, k) => backward(name, specimen, k).body[1]),
      ];
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\[object/);
      for (const text of texts.slice(0, 2)) {
        for (const operand of operandsOf(specimen)) expect(text).toMatch(new RegExp(`\\b${operand}\\b`));
      }
      for (const text of texts.slice(2)) expect(text).toMatch(/\bg\b/);
    }
  }
});
