/** A step in words, made from the run: what a screen reader says and what stands beside the formula. */
import { evaluate, type Reader, type Scalar } from '#lib/engine/scalar.ts';
import type { OperationName } from '#lib/engine/operations.ts';
import { operationOf, type Instance } from '#lib/engine/program.ts';
import type { Step } from '#lib/engine/steps.ts';
import { fill, languages, type Language } from '#lib/i18n/languages.ts';
import { read } from '#lib/engine/scalar.ts';
import { entriesAt, type Learned } from './formula.ts';
import type { NamedRun } from './named-run.ts';
import { numberText } from './number.ts';

export function sentenceOf(model: NamedRun, step: Step, language: Language, learned: Learned, unit = 0): string {
  const { sentence } = languages[language].messages;
  const name = model.named(step.id).name[language];
  const instance = { id: step.id, t: step.t, sample: 0 };
  const signed = (value: number): string => numberText(value);
  if (step.pass === 'forward') return forward(model, instance, language, unit);
  if (step.pass === 'update') {
    const { next } = learned(step.id);
    return fill(sentence.update, { name, before: signed(model.run.value(step.id)[unit]), result: signed(next[unit]) });
  }
  const shares = entriesAt(model, instance).map(({ share }) => share[unit]);
  const result = signed(shares.reduce((total, share) => total + share, 0));
  if (model.isParameter(step.id) && step.t > 0) {
    return fill(sentence.contribution, { t: step.t, name, result });
  }
  const terms = shares.map(signed).join(language === 'zh' ? '、' : ', ');
  return fill(shares.length > 1 ? sentence.backward : sentence.backwardOne, { name, terms, result });
}

function forward(model: NamedRun, instance: Instance, language: Language, unit: number): string {
  const { sentence, operations } = languages[language].messages;
  // Where the table of operations has a row without words, this line does not compile.
  const phrases: Readonly<Record<OperationName, string>> = operations;
  const equation = model.run.program.graph.values.get(instance.id)!.equation!;
  const { instances, x, context } = model.run.operands(equation, instance.t, instance.sample);
  const spoken: Reader = (operand, index) => x[operand][index];
  const text = (operand: number, index: number): string =>
    numberText(x[operand][index], model.style(instances[operand].id));
  const reads = instances.map((_, operand) => (index: number) => read(operand, index));
  const element = operationOf(equation).element(unit, reads, context);
  const operands = Object.fromEntries(instances.map((_, k) => [k, text(k, Math.min(unit, x[k].length - 1))]));
  const phrase = fill(phrases[equation.operation], { ...operands, arithmetic: arithmetic(element, text, spoken) });
  const values = model.run.value(instance.id, instance.t, instance.sample);
  return fill(values.length > 1 ? sentence.forward : sentence.forwardSingle, {
    name: model.named(instance.id).name[language],
    unit: unit + 1,
    phrase,
    result: numberText(values[unit], model.style(instance.id)),
  });
}

const bracketed = (part: Scalar, text: string): string =>
  part.kind === 'read' && /^[+−]/.test(text) ? `(${text})` : text;

/** The calculation of one element, written out: `(+0.52)·(+0.640) + (−0.22)·(+0.440) + …`. */
function arithmetic(scalar: Scalar, text: (operand: number, index: number) => string, reader: Reader): string {
  switch (scalar.kind) {
    case 'constant':
      return numberText(scalar.value);
    case 'read':
      return text(scalar.operand, scalar.index);
    case 'sum':
      return scalar.parts.map((part) => bracketed(part, arithmetic(part, text, reader))).join(' + ');
    case 'product':
      return scalar.parts.map((part) => `(${arithmetic(part, text, reader)})`).join('·');
    case 'call':
      return `${scalar.name} ${numberText(evaluate(scalar, reader))}`;
  }
}
