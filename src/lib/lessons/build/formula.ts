/** TeX to HTML when the site is built, with `\val{address}` for a number of the run. */
import type { InlineMath, Math } from 'mdast-util-math';
import { texOfNumberText } from '#lib/formula/number.ts';
import { typeset } from '#lib/formula/typeset.ts';
import type { Formula, Inline, LiveNumber } from '../document.ts';
import type { Conversion } from './conversion.ts';
import { falseEquals } from './equals.ts';
import { numberAt } from './number.ts';

const placeholder = /\\val\{([^{}]*)\}/g;
/** A decimal fraction that is no length, such as the space in `\\[0.6em]`. */
const bareDecimal = /(?<![\w.])\d*\.\d+(?![\d.]|\s*(?:em|ex|pt|mu|cm|mm|px)\b)/g;

/** TeX with a word in place of each number, which KaTeX sets like any other; the numbers are put in afterwards. */
interface Template {
  readonly tex: string;
  readonly shown: readonly Inline[];
  /** From a character of the template to the one of the author's TeX that it came from. */
  origin(offset: number): number;
}

export function formulaOf(work: Conversion, node: Math | InlineMath): Formula | undefined {
  const display = node.type === 'math';
  if (!display) checkEnds(work, node);
  checkDecimals(work, node);
  const template = templateOf(work, node);
  const set = typeset(template.tex, display);
  if ('problem' in set) {
    const offset = template.origin(set.offset ?? 0);
    work.report(work.prose.placeInValue(node, offset), `this TeX does not compile: ${set.problem}`);
    return undefined;
  }
  checkEquals(work, node, template);
  const numbers = template.shown.filter((inline): inline is LiveNumber => inline.type === 'number');
  const html = template.shown.reduce((text, inline, k) => put(text, k, inline, numbers), set.html);
  return { type: 'formula', display, html, numbers };
}

/** Where a `$` is forgotten, the next one ends the formula, mostly behind a space. */
function checkEnds(work: Conversion, node: InlineMath): void {
  const text = work.prose.textOf(node);
  if (!/^\$+\s|\s\$+$/.test(text)) return;
  work.report(node, `“${text}” is not closed where it should be: no space stands inside the $ of a formula`);
}

const word = (k: number): string => `N${k}N`;

/**
 * KaTeX writes every number three times: in a copy of the TeX, as MathML and as HTML. What is shown, the HTML, says
 * whose number it is, like every number of the page.
 */
function put(html: string, k: number, inline: Inline, numbers: readonly LiveNumber[]): string {
  const text = 'text' in inline ? inline.text : '';
  const slot = inline.type === 'number' ? ` data-slot="${numbers.indexOf(inline)}"` : '';
  return html
    .replaceAll(`\\text{${word(k)}}`, text)
    .replaceAll(`<mtext>${word(k)}<`, `<mtext${slot}>${text}<`)
    .replaceAll(`>${word(k)}<`, `${slot}${inline.type === 'number' ? sourceOf(inline) : ''}>${text}<`);
}

function sourceOf({ address, value, slot }: LiveNumber): string {
  const line = `style="--line: var(--${slot === 'neutral' ? 'ink-3' : `${slot}-line`})"`;
  return ` data-address="${address.replaceAll('<', '&lt;')}" data-value="${value}" title="${value}" ${line}`;
}

function templateOf(work: Conversion, node: Math | InlineMath): Template {
  const shown: Inline[] = [];
  const pieces: { readonly end: number; readonly shift: number }[] = [];
  let shift = 0;
  const tex = node.value.replace(placeholder, (whole: string, content: string, index: number) => {
    const place = work.prose.placeInValue(node, index + '\\val{'.length);
    const text = `\\text{${word(shown.length)}}`;
    shown.push(numberAt(work, content, place) ?? { type: 'text', text: whole });
    pieces.push({ end: index + text.length - shift, shift });
    shift += whole.length - text.length;
    return text;
  });
  const origin = (offset: number): number => offset + (pieces.find(({ end }) => offset < end)?.shift ?? shift);
  return { tex, shown, origin };
}

function checkDecimals(work: Conversion, node: Math | InlineMath): void {
  const tex = node.value.replace(placeholder, (whole) => ' '.repeat(whole.length));
  for (const { 0: found, index } of tex.matchAll(bareDecimal)) {
    work.report(
      work.prose.placeInValue(node, index),
      `“${found}” goes stale in a formula: write \\val{address}, or \\val{=${found}} for a constant of mathematics`,
    );
  }
}

/** Somebody will take a pencil to the figures shown. */
function checkEquals(work: Conversion, node: Math | InlineMath, { tex, shown }: Template): void {
  const textOf = (inline: Inline): string => ('text' in inline ? texOfNumberText(inline.text) : '');
  const written = shown.reduce((text, inline, k) => text.replace(`\\text{${word(k)}}`, () => textOf(inline)), tex);
  for (const found of falseEquals(written)) {
    work.report(node, `the figures shown do not give “${found}” exactly: write \\approx`);
  }
}
