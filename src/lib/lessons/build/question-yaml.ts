import type { Bound, ChoiceQuestion, NumberQuestion, Option, Question } from '#lib/exercises/question.ts';
import { isMissing, type Piece, type YamlFile } from './yaml-file.ts';

const kinds = ['choice', 'number'] as const;

/** Its form only; whether the addresses lead anywhere is seen once the model runs. */
export function readQuestion(yaml: YamlFile, piece: Piece): Question | undefined {
  const own = ['id', 'kind', 'answer', 'options', 'mistakes'] as const;
  const found = yaml.members(piece, own);
  const id = yaml.id(found.id);
  const kind = yaml.oneOf(found.kind, kinds);
  const answer = yaml.text(found.answer, 'the address of the answer');
  if (id === undefined || kind === undefined || answer === undefined) return undefined;
  return kind === 'choice' ? choice(yaml, { id, kind, answer }, found) : number(yaml, { id, kind, answer }, found);
}

type Parts = Readonly<Record<'options' | 'mistakes', Piece>>;

function choice(yaml: YamlFile, question: Omit<ChoiceQuestion, 'options'>, parts: Parts): Question | undefined {
  if (!isMissing(parts.mistakes)) return yaml.report(parts.mistakes.path, 'a choice has options, not mistakes');
  const options = yaml.list(parts.options).flatMap((piece) => readOption(yaml, piece) ?? []);
  return options.length < 2
    ? yaml.report(parts.options.path, 'a choice has at least two options')
    : { ...question, options };
}

function readOption(yaml: YamlFile, piece: Piece): Option | undefined {
  const { id, value, above, below } = yaml.members(piece, ['id', 'value', 'above', 'below']);
  const name = yaml.id(id);
  if (name === undefined) return undefined;
  if ([value, above, below].every(isMissing))
    return yaml.report(piece.path, 'an option has a value, or is above or below');
  return {
    id: name,
    ...(isMissing(value) ? {} : { value: yaml.text(value, 'an address') }),
    ...(isMissing(above) ? {} : { above: readBound(yaml, above) }),
    ...(isMissing(below) ? {} : { below: readBound(yaml, below) }),
  };
}

function readBound(yaml: YamlFile, piece: Piece): Bound | undefined {
  const { content } = piece;
  return typeof content === 'number' || typeof content === 'string'
    ? content
    : yaml.refuse(piece, 'a number or an address');
}

function number(yaml: YamlFile, question: Omit<NumberQuestion, 'mistakes'>, parts: Parts): Question | undefined {
  if (!isMissing(parts.options))
    return yaml.report(parts.options.path, 'a question for a number has mistakes, not options');
  const mistakes = yaml.list(parts.mistakes).flatMap((piece) => {
    const found = yaml.members(piece, ['id', 'value']);
    const id = yaml.id(found.id);
    const value = yaml.text(found.value, 'the address of what was computed instead');
    return id === undefined || value === undefined ? [] : [{ id, value }];
  });
  return { ...question, mistakes };
}
