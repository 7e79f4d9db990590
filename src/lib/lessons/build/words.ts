/** The plain text between the markup: numbers in it, foreign words, and what should not be in it. */
import type { Text } from 'mdast';
import { glossary } from '#lib/i18n/glossary.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { Inline } from '../document.ts';
import type { Conversion } from './conversion.ts';
import { directiveText, nearestDirective } from './directive-names.ts';
import { indentedIsCode } from './fences.ts';
import { numberAt } from './number.ts';
import type { Occurrence } from './prose.ts';

const live = /\{\{([^{}\n]*)\}\}/g;

/** Meant as numbers, and written as in a formula, or with the braces of Chinese. */
const misspelt = /\\val\{([^{}\n]*)\}|(?!\{\{[^{}]*\}\})[{｛]{2}([^{}｛｝\n]*)[}｝]{2}/g;
const dollar = /(?<!\\)\$/g;
const dollarText = '“$” stands alone: a formula of this paragraph is not closed (a dollar sign is written \\$)';

interface Rule {
  readonly pattern: RegExp;
  /** @param before what stands before it in its line */
  message(match: RegExpExecArray, before: string): string;
}

const rules: readonly Rule[] = [
  {
    pattern: /[{｛]{2}|[}｝]{2}/g,
    message: ([braces]) => `“${braces}” stands alone: a number is written {{address}}`,
  },
  {
    pattern: /(?<![\w.．])[\d０-９]*[.．][\d０-９]+(?:[.．][\d０-９]+)*/g,
    message: ([found]) =>
      `“${found}” goes stale in the text: write {{address}}, or {{=${found.normalize('NFKC')}}} for a constant of mathematics`,
  },
  {
    pattern: /(?<![\w:]):{1,3} ?([A-Za-z][\w-]*)(?=[[{])/g,
    message: ([found, name], before) =>
      /^ {4,}$/.test(before)
        ? indentedIsCode
        : `“${found}” is no directive: write ${directiveText(nearestDirective(name))} on a line of its own`,
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

function misspeltText([found, inFormula, inBraces]: RegExpExecArray): string {
  const what = inFormula === undefined ? 'has full-width braces' : 'stands outside a formula';
  return `“${found}” ${what}: write {{${inFormula ?? inBraces}}}`;
}

function checkWords(work: Conversion, node: Text, numbers: readonly Occurrence[]): void {
  // The address of another site, written out, is nobody's number.
  if (/^(?:https?:\/\/|www\.)\S+$/.test(node.value)) return;
  const [unclosed] = work.prose.occurrences(node, dollar);
  // All that follows it is meant as a formula.
  if (unclosed) return void work.report(unclosed.place, dollarText);
  const wrong = work.prose.occurrences(node, misspelt);
  for (const { match, place } of wrong) work.report(place, misspeltText(match));
  const isInNumber = (index: number): boolean =>
    [...numbers, ...wrong].some(({ match }) => index >= match.index && index < match.index + match[0].length);
  for (const { pattern, message } of [...rules, ...termRules(work.language)]) {
    for (const { match, place } of work.prose.occurrences(node, pattern)) {
      const before = work.prose.source.lines[place.line - 1].slice(0, place.column - 1);
      if (!isInNumber(match.index)) work.report(place, message(match, before));
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
