/** Lines that are meant as directives and are not written as one: Markdown would take them for words. */
import { problemOfName } from './directive-names.ts';
import type { Source } from './mistake.ts';

/** Behind a single colon only what has braces or brackets is meant as one. */
const meant = /^([\s>]*)([:：]{2,}|[:：](?=[A-Za-z][\w-]*\s*[[{［｛]))(\s*)([A-Za-z][\w-]*)?(.*)$/;
const fullWidth = /[！-～]/;

export function checkDirectiveLines(source: Source, lines: readonly number[]): void {
  for (const index of lines) {
    const text = source.lines[index];
    const [offset, problem] = faultOf(text) ?? [];
    if (problem) source.report({ line: index + 1, column: offset! + 1 }, problem);
  }
}

/** The first thing that is wrong with a line, and at which of its characters. */
function faultOf(text: string): [offset: number, problem: string] | undefined {
  const [, indent, colons, space, name, rest] = meant.exec(text) ?? [];
  // Colons and nothing else end a container.
  if (colons === undefined || (name === undefined && rest.trim())) return undefined;
  const markup = withoutLabel(text);
  const wide = fullWidth.exec(markup);
  if (wide) return [wide.index, `“${wide[0]}” is a full-width character: write “${wide[0].normalize('NFKC')}”`];
  if (name === undefined) return undefined;
  const behind = indent.length + colons.length;
  if (space) return [behind, `no space may stand behind “${colons}”`];
  const gap = /(?<=[\w\]])\s+(?=[[{])/.exec(markup.slice(0, markup.search(/\{|$/) + 1));
  if (gap) return [gap.index, `no space may stand before “${markup[gap.index + gap[0].length]}”`];
  const problem = problemOfName(name, colons.length > 2 ? 'container' : 'leaf');
  return problem ? [behind, problem] : faultBehind(rest, behind + name.length, `${colons}${name}`);
}

/** Of what stands behind the name: it may be a label, then attributes. */
function faultBehind(rest: string, from: number, directive: string): [offset: number, problem: string] | undefined {
  const [whole, label = '', attributes = ''] = /^(\[.*\])?(\{.*\})?\s*/.exec(rest)!;
  if (whole.length === rest.length) return undefined;
  const next = rest[whole.length];
  const isOpen = (next === '[' && !label) || (next === '{' && !attributes);
  if (isOpen) return [from + whole.length, `“${next}” is not closed: write “${next === '[' ? ']' : '}'}” behind it`];
  return [from + whole.length, `${directive} stands on a line of its own: nothing may stand behind it`];
}

/** A label holds words, in which anything may stand. */
const withoutLabel = (text: string): string => text.replace(/\[.*\]/, (label) => `[${' '.repeat(label.length - 2)}]`);
