/** A step in words, made from the run: what a screen reader says and what stands beside the formula. */
import { evaluate, read, type Reader, type Scalar } from '#lib/engine/scalar.ts';
import { type OperationName, operationOf } from '#lib/engine/operations.ts';
import { isHeld } from '#lib/engine/edits.ts';
import { lacksTerm } from '#lib/engine/flow.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import type { Step } from '#lib/engine/steps.ts';
import type { Messages } from '#lib/i18n/en.ts';
import { fill, languages, type Language } from '#lib/i18n/languages.ts';
import { leftOutText, sentences } from './edit-words.ts';
import { elementFormula } from './element.ts';
import { elementWords } from './element-words.ts';
import { ledgerOf, type ShownLedger } from './ledger-rows.ts';
import type { NamedRun } from './named-run.ts';
import { numberText } from './number.ts';
import { shownElements } from './shown-elements.ts';
import { unitsOf } from './slot.ts';
import { updateOf } from './update-of.ts';

interface Saying {
  readonly language: Language;
  /** The chosen unit, whose number is said; of a matrix the first one of its row. */
  readonly unit?: number;
  /** Whether the formula it stands beside is folded: ways of gradients are called as there. */
  readonly isFolded?: boolean;
}

/**
 * Says, as formulas and ledgers do, whether the figures it names give its result: ≈ is read "about". Where an edit has
 * changed a gradient, the sentence does not leave it at the number.
 */
export function sentenceOf(model: NamedRun, step: Step, { language, unit = 0, isFolded = true }: Saying): string {
  const words = languages[language].messages;
  const [element] = shownElements(model.shape(step.id), unit);
  const name = model.named(step.id).name[language];
  const speech = { model, step, language, unit, isFolded, element, name, words };
  return sentences([{ forward, backward, update }[step.pass](speech), lackText(speech)], language);
}

function lackText({ model, step, language, isFolded, words: { sentence } }: Speech): string {
  if (step.pass === 'forward' || !lacksTerm(model.run.program, step)) return '';
  if (step.pass === 'update') return sentence.updateLacks;
  const terms = leftOutText(model, step, language, { isFolded });
  return terms ? fill(sentence.leftOut, { terms }) : sentence.madeOfLacking;
}

interface Speech extends Required<Saying> {
  readonly model: NamedRun;
  readonly step: Step;
  /** Which number of the value, in storage order. */
  readonly element: number;
  readonly name: string;
  readonly words: Messages;
}

function update({ model, step: { id }, element, name, language, words }: Speech): string {
  const update = updateOf(model, id);
  const { exact } = elementFormula(update, { pass: 'forward', t: 0, id: 'next' }, element, true);
  return fill(words.sentence.update, {
    name,
    where: whereText(words, placeText(model, id, element, language)),
    before: numberText(model.run.value(id)[element], model.style(id)),
    result: numberText(update.run.value('next')[element]),
    about: aboutText(exact, words),
  });
}

function backward({ model, step, unit, element, name, language, words }: Speech): string {
  const { sentence, walk } = words;
  const { id, t } = step;
  const ledger = ledgerOf(model, step, unit);
  const column = ledger.elements.indexOf(element);
  const { value, exact } = ledger.sums[column];
  const place = placeText(model, id, element, language);
  const result = numberText(value);
  if (ledger.rows.some(({ user }) => !user)) return fill(sentence.seed, { result });
  if (model.isParameter(id) && t > 0)
    return fill(sentence.contribution, { t, name, where: whereText(words, place), result });
  const terms = termTexts(ledger, column, words);
  const where = whereText(words, model.isOnTime(id) ? fill(walk.atTimestep, { t }) : '', place);
  return fill(terms.length > 1 ? sentence.backward : sentence.backwardOne, {
    name,
    where,
    terms: [terms.slice(0, -1).join(sentence.comma), terms.at(-1)].join(sentence.and),
    result,
    about: aboutText(exact, words),
  });
}

function termTexts({ rows, rest }: ShownLedger, column: number, { sentence }: Messages): string[] {
  const terms = rows.filter(({ isDropped }) => !isDropped).map(({ cells }) => numberText(cells[column].value));
  if (!rest) return terms;
  return [...terms, fill(sentence.rest, { count: rest.count, result: numberText(rest.sums[column]) })];
}

function forward({ model, step, element, name, language, words, isFolded }: Speech): string {
  const { sentence, operations } = words;
  // Where the table of operations has a row without words, this line does not compile.
  const phrases: Readonly<Record<OperationName, string>> = operations;
  const { id, t } = step;
  const equation = model.run.program.graph.values.get(id)!.equation!;
  const { instances, x, context } = model.run.operands(equation, t, 0);
  const spoken: Reader = (operand, index) => x[operand][index];
  const text = (operand: number, index: number): string =>
    numberText(x[operand][index], model.style(instances[operand].id));
  const reads = instances.map((_, operand) => (index: number) => read(operand, index));
  const scalar = operationOf(equation).element(element, reads, context);
  const spokenOperand = (k: number): string => {
    const number = text(k, Math.min(element, x[k].length - 1));
    const { name: inner, quantity } = model.named(instances[k].id);
    // Of several the formula writes out what stands for one number here; whose it is has to be said.
    const isWrittenOut =
      isFolded && instances.length > 1 && (quantity?.folds === 'forward' || quantity?.folds === 'both');
    return isWrittenOut ? fill(sentence.inner, { name: inner[language], number }) : number;
  };
  const operands = Object.fromEntries(instances.map((_, k) => [k, spokenOperand(k)]));
  const phrase = fill(phrases[equation.operation], { ...operands, arithmetic: arithmetic(scalar, text, spoken) });
  const where = whereText(words, placeText(model, id, element, language));
  const result = numberText(model.run.value(id, t)[element], model.style(id));
  if (isHeld(model.run.program, { id, t }, element)) return fill(sentence.held, { name, where, to: result, phrase });
  if (isSingle(scalar)) return fill(sentence.single, { name, where, result });
  const about = aboutText(elementFormula(model, step, element).exact, words);
  return fill(sentence.forward, { name, where, phrase, result, about }).replace(betweenHan, '');
}

/** Spaces that belong around figures, where a name has taken their place. */
const betweenHan = /(?<=[\p{Script=Han}）]) (?=\p{Script=Han})/gu;

const aboutText = (exact: boolean, { sentence }: Messages): string => (exact ? '' : sentence.about);

/** What follows a name: `, t = 4, unit 2`. */
const whereText = ({ walk }: Messages, ...places: readonly string[]): string =>
  places
    .filter(Boolean)
    .map((place) => walk.comma + place)
    .join('');

/** Which of its numbers, in words; nothing where there is only one. */
function placeText(model: NamedRun, id: string, element: number, language: Language): string {
  if (sizeOf(model.shape(id)) === 1) return '';
  return elementWords(model.cell, id, unitsOf(model, id, element), language);
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

/** Nothing to calculate: a sum, or a mean, of one number. */
function isSingle(scalar: Scalar): boolean {
  if (scalar.kind === 'read') return true;
  if (scalar.kind !== 'sum' && scalar.kind !== 'product') return false;
  const parts = scalar.parts.filter((part) => scalar.kind === 'sum' || !isConstant(part, 1));
  return parts.length === 1 && isSingle(parts[0]);
}

const isConstant = (part: Scalar, value: number): boolean => part.kind === 'constant' && part.value === value;
const isNegative = (part: Scalar): boolean => part.kind === 'product' && isConstant(part.parts[0], -1);
const without = (part: Scalar): Scalar => (part.kind === 'product' ? { ...part, parts: part.parts.slice(1) } : part);

/** In brackets where it is a sum or carries a sign. */
function asPart(part: Scalar, inside: (part: Scalar) => string): string {
  const written = inside(part);
  return part.kind === 'sum' || /^[+−]/.test(written) ? `(${written})` : written;
}
