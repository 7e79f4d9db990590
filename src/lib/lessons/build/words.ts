/** The plain text between the markup: numbers in it, foreign words, and what should not be in it. */
import type { Text } from 'mdast';
import { glossary } from '#lib/i18n/glossary.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { Inline } from '../document.ts';
import type { Conversion } from './conversion.ts';
import { directiveText, nearestDirective } from './directive-names.ts';
import { numberAt } from './number.ts';

const live = /\{\{([^{}\n]*)\}\}/g;

interface Rule {
  readonly pattern: RegExp;
  message(match: RegExpExecArray): string;
}

const rules: readonly Rule[] = [
  {
    pattern: /\{\{|\}\}/g,
    message: ([braces]) => `“${braces}” stands alone: a number is written {{address}}`,
  },
  {
    pattern: /(?<![\w.．])[\d０-９]*[.．][\d０-９]+(?:[.．][\d０-９]+)*/g,
    message: ([found]) =>
      `“${found}” goes stale in the text: write {{address}}, or {{=${found.normalize('NFKC')}}} for a constant of mathematics`,
  },
  {
    pattern: /(?<![\w:]):{1,3} ?([A-Za-z][\w-]*)(?=[[{])/g,
    message: ([found, name]) =>
      `“${found}” is no directive: write ${directiveText(nearestDirective(name))} on a line of its own`,
  },
  {
    pattern: /\[\^([^\]\s]+)\]/g,
    message: ([, label]) => `footnote “${label}” has no text: add a line [^${label}]: …`,
  },
];

export function wordsOf(work: Conversion, node: Text): Inline[] {
  const numbers = work.prose.occurrences(node, live);
  checkWords(work, node, numbers);
  const inlines: Inline[] = [];
  let from = 0;
  [...node.value.matchAll(live)].forEach((match, k) => {
    const { line, column } = numbers[k].place;
    inlines.push(...foreignWords(node.value.slice(from, match.index), work.language));
    inlines.push(numberAt(work, match[1], { line, column: column + 2 }) ?? { type: 'text', text: match[0] });
    from = match.index + match[0].length;
  });
  inlines.push(...foreignWords(node.value.slice(from), work.language));
  return inlines;
}

function checkWords(work: Conversion, node: Text, numbers: readonly { readonly match: RegExpExecArray }[]): void {
  // The address of another site, written out, is nobody's number.
  if (/^(?:https?:\/\/|www\.)\S+$/.test(node.value)) return;
  const isInNumber = (index: number): boolean =>
    numbers.some(({ match }) => index >= match.index && index < match.index + match[0].length);
  for (const { pattern, message } of [...rules, ...termRules(work.language)]) {
    for (const { match, place } of work.prose.occurrences(node, pattern)) {
      if (!isInNumber(match.index)) work.report(place, message(match));
    }
  }
}

const termRules = (language: Language): Rule[] =>
  glossary.flatMap((term) =>
    (term.never[language] ?? []).map((wrong) => ({
      pattern: new RegExp(wrong, 'gi'),
      message: ([found]: RegExpExecArray) => `“${found}” is called “${term[language]}” in this course`,
    })),
  );

/** Runs of the other script, of more than one letter: a single one is a symbol. */
const foreign: Readonly<Record<Language, { readonly language: Language; readonly pattern: RegExp }>> = {
  en: { language: 'zh', pattern: /\p{Script=Han}[\p{Script=Han}，、]*/gu },
  zh: { language: 'en', pattern: /[A-Za-z][A-Za-z’'-]*[A-Za-z](?: [A-Za-z][A-Za-z’'-]*[A-Za-z])*/g },
};

function foreignWords(text: string, own: Language): Inline[] {
  const { language, pattern } = foreign[own];
  const inlines: Inline[] = [];
  let from = 0;
  const push = (plain: string): void => void (plain && inlines.push({ type: 'text', text: plain }));
  for (const { 0: words, index } of text.matchAll(pattern)) {
    push(text.slice(from, index));
    inlines.push({ type: 'foreign', language, text: words });
    from = index + words.length;
  }
  push(text.slice(from));
  return inlines;
}
