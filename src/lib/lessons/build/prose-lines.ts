/** Which lines of a Markdown file hold words, and which are code or a formula. */
import type { Source } from './mistake.ts';

/** A quotation's mark or a list's may stand before what begins here. */
const start = String.raw`^[\s>]*(?:(?:[-*+]|\d+[.)]) +)?`;
const codeFence = new RegExp(`${start}(\`{3,}(?!.*\`)|~{3,})`);
const formulaFence = new RegExp(String.raw`${start}(\$\$)(?!.*\$\$)`);
const alone = 'write $$ on a line of its own';

/** Their indices, in order. A formula or code that does not end as it should is reported. */
export function proseLines(source: Source): number[] {
  const { lines } = source;
  const found: number[] = [];
  for (let line = 0; line < lines.length; line++) {
    const code = codeFence.exec(lines[line]);
    if (code) line = endOfCode(source, line, code[1]);
    else if (formulaFence.test(lines[line])) line = endOfFormula(source, line);
    else found.push(line);
  }
  return found;
}

function endOfCode(source: Source, first: number, fence: string): number {
  const closing = new RegExp(`^[\\s>]*${fence}${fence[0]}*\\s*$`);
  const last = source.lines.findIndex((text, line) => line > first && closing.test(text));
  if (last >= 0) return last;
  reportAt(source, first, fence, `this code is not closed: write ${fence} on a line of its own where it ends`);
  return source.lines.length;
}

/** No formula has an empty line in it: where one comes first, it was forgotten to close it. */
function endOfFormula(source: Source, first: number): number {
  const { lines } = source;
  const behind = lines[first].split('$$')[1].trim();
  if (behind) reportAt(source, first, behind, `a formula begins on the line below $$: ${alone}`);
  const last = lines.findIndex((text, line) => line > first && /\$\$\s*$|^[\s>]*$/.test(text));
  if (last < 0 || !lines[last].includes('$$')) {
    reportAt(source, first, '$$', `this formula is not closed: ${alone} where it ends, before the next empty line`);
  } else if (!/^[\s>]*\$\$\s*$/.test(lines[last])) {
    reportAt(source, last, '$$', `a formula ends on the line above $$: ${alone}`);
  }
  return last < 0 ? lines.length : last;
}

function reportAt(source: Source, line: number, what: string, message: string): void {
  source.report({ line: line + 1, column: source.lines[line].indexOf(what) + 1 }, message);
}
