/** A step in words, made from the run: what a screen reader says and what stands beside the formula. */
import { evaluate, type Reader, type Scalar } from '#lib/engine/scalar.ts';
import { type OperationName, operationOf } from '#lib/engine/operations.ts';
import { isHeld } from '#lib/engine/edits.ts';
import { lacksTerm } from '#lib/engine/flow.ts';
import type { Instance } from '#lib/engine/instances.ts';
import type { Step } from '#lib/engine/steps.ts';
import { fill, languages, type Language } from '#lib/i18n/languages.ts';
import { read } from '#lib/engine/scalar.ts';
import { leftOutText, sentences } from './edit-words.ts';
import { entriesAt } from './formula.ts';
import type { NamedRun } from './named-run.ts';
import { numberText } from './number.ts';
import { updateOf } from './update-of.ts';

export interface Saying {
  readonly language: Language;
  /** Whether the figures shown give the result exactly, as the step's formula says. */
  readonly exact: boolean;
  readonly unit?: number;
}

/** Where an edit has changed a gradient, the sentence does not leave it at the number. */
export function sentenceOf(model: NamedRun, step: Step, saying: Saying): string {
  const { language } = saying;
  return sentences([plainSentence(model, step, saying), lackText(model, step, language)], language);
}

function lackText(model: NamedRun, step: Step, language: Language): string {
  if (step.pass === 'forward' || !lacksTerm(model.run.program, step)) return '';
  const { sentence } = languages[language].messages;
  if (step.pass === 'update') return sentence.updateLacks;
  const terms = leftOutText(model, step, language);
  return terms ? fill(sentence.leftOut, { terms }) : sentence.madeOfLacking;
}

function plainSentence(model: NamedRun, step: Step, saying: Saying): string {
  const { language, exact, unit = 0 } = saying;
  const { sentence } = languages[language].messages;
  const about = exact ? '' : sentence.about;
  if (step.pass === 'forward') return forward(model, { ...step, sample: 0 }, { ...saying, unit });
  if (step.pass === 'backward') return backward(model, { ...step, sample: 0 }, { ...saying, unit });
  const before = numberText(model.run.value(step.id)[unit], model.style(step.id));
  const result = numberText(updateOf(model, step.id).run.value('next')[unit]);
  return fill(sentence.update, { name: model.named(step.id).name[language], before, result, about });
}

function backward(model: NamedRun, instance: Instance, { language, exact, unit = 0 }: Saying): string {
  const { sentence } = languages[language].messages;
  const name = model.named(instance.id).name[language];
  const entries = entriesAt(model, instance);
  const shares = entries.map(({ share }) => share[unit]);
  const result = numberText(shares.reduce((total, share) => total + share, 0));
  if (entries.some(({ user }) => !user)) return fill(sentence.seed, { result });
  if (model.isParameter(instance.id) && instance.t > 0)
    return fill(sentence.contribution, { t: instance.t, name, result });
  const terms = shares.map((share) => numberText(share)).join(language === 'zh' ? '、' : ', ');
  const time = model.isOnTime(instance.id) ? fill(sentence.time, { t: instance.t }) : '';
  const about = exact ? '' : sentence.about;
  return fill(shares.length > 1 ? sentence.backward : sentence.backwardOne, { name, time, terms, result, about });
}

function forward(model: NamedRun, instance: Instance, { language, exact, unit = 0 }: Saying): string {
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
  if (isHeld(model.run.program, instance, unit)) {
    const to = numberText(values[unit], model.style(instance.id));
    return fill(sentence.held, { name: model.named(instance.id).name[language], unit: unit + 1, to, phrase });
  }
  return fill(values.length > 1 ? sentence.forward : sentence.forwardSingle, {
    name: model.named(instance.id).name[language],
    unit: unit + 1,
    phrase,
    result: numberText(values[unit], model.style(instance.id)),
    about: exact ? '' : sentence.about,
  });
}

/** The calculation of one element, written out: `(+0.52)·(+0.640) − (+0.440)² + …`. */
function arithmetic(scalar: Scalar, text: (operand: number, index: number) => string, reader: Reader): string {
  const inside = (part: Scalar): string => arithmetic(part, text, reader);
  switch (scalar.kind) {
    case 'constant':
      return String(Number(scalar.value.toPrecision(4)));
    case 'read':
      return text(scalar.operand, scalar.index);
    case 'sum':
      return scalar.parts
        .map((part, place) =>
          isNegative(part) ? `− ${asPart(without(part), inside)}` : `${place ? '+ ' : ''}${asPart(part, inside)}`,
        )
        .join(' ');
    case 'product':
      return productText(
        scalar.parts.filter((part) => !isConstant(part, 1)),
        inside,
      );
    case 'call':
      return `${scalar.name} ${numberText(evaluate(scalar, reader))}`;
  }
}

function productText(factors: readonly Scalar[], inside: (part: Scalar) => string): string {
  const [first, second] = factors;
  if (factors.length === 1) return inside(first);
  if (factors.length === 2 && first === second) return `(${inside(first)})²`;
  return factors.map((part) => asPart(part, inside)).join('·');
}

const isConstant = (part: Scalar, value: number): boolean => part.kind === 'constant' && part.value === value;
const isNegative = (part: Scalar): boolean => part.kind === 'product' && isConstant(part.parts[0], -1);
const without = (part: Scalar): Scalar => (part.kind === 'product' ? { ...part, parts: part.parts.slice(1) } : part);

/** In brackets where it is a sum or carries a sign. */
function asPart(part: Scalar, inside: (part: Scalar) => string): string {
  const written = inside(part);
  return part.kind === 'sum' || /^[+−]/.test(written) ? `(${written})` : written;
}
