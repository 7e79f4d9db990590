/** A whole model as a short Python script: its numbers, the loop over time, the loss and all gradients. */
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { Comments } from './comments.ts';
import { backwardLines } from './model-backward.ts';
import { forwardLines } from './model-forward.ts';
import { givenOf, type Given } from './model-given.ts';
import type { Dialect } from './script-choice.ts';
import { gradientName, nameOf } from './names.ts';
import { scriptOf } from './script.ts';
import { isPacked, packedLines } from './torch-model.ts';

export function modelCode(
  model: NamedRun,
  dialect: Dialect,
  { language = 'en' }: { readonly language?: Language } = {},
): string {
  const { samples } = model.run.program;
  if (samples > 1) throw new Error(`a script is of one sample, and this model has ${samples}`);
  const comments = new Comments(model, language);
  const title = comments.say('whole', { cell: comments.cell() });
  const body =
    dialect === 'pytorch' && isPacked(model) ? packedLines(model, comments) : written(model, dialect, comments);
  return scriptOf(dialect, { title, literals: [], body });
}

/** Equation by equation, in a loop over time; PyTorch finds the way back by itself. */
function written(model: NamedRun, dialect: Dialect, comments: Comments): string[] {
  const given = givenOf(model);
  const forward = forwardLines(model, given, dialect, comments);
  if (dialect === 'numpy')
    return [...forward, '', ...backwardLines(model, comments), '', ...results(model, given, plain)];
  return [
    ...forward,
    '',
    comments.say('autograd'),
    `${nameOf(model, model.run.program.graph.objective)}.backward()`,
    '',
    ...results(model, given, ofLeaf),
  ];
}

type Gradient = (name: string) => string;
const plain: Gradient = (name) => `d_${name}`;
const ofLeaf: Gradient = (name) => `gradient(${name})`;

/** The loss and the gradients of everything that was given, under the names that they have in the script of a step. */
function results(model: NamedRun, { parameters, states, data }: Given, gradient: Gradient): string[] {
  const line = (id: string, name: string): string =>
    `print("${gradientName(model, { id, t: 0 })} =", ${gradient(name)}.tolist())`;
  const { objective } = model.run.program.graph;
  return [
    `print("loss =", ${nameOf(model, objective)}.tolist())`,
    ...parameters.map(({ id, name }) => line(id, name)),
    ...states.map(({ id, name }) => line(id, `${name}[0]`)),
    ...data.flatMap(({ id, name, isGathered }) => {
      if (!isGathered) return [];
      const each = gradientName(model, { id, t: 0 }).replace(/_0$/, '_{t}');
      return [`for t in ${name}:`, `    print(f"${each} =", ${gradient(`${name}[t]`)}.tolist())`];
    }),
  ];
}
