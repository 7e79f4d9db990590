/**
 * Containers, `:::scene{#id}` … `:::`. Markdown lets one stand inside another only if the outer one has more colons;
 * here each `:::` simply closes the one opened last, and the colons are put in before Markdown is read.
 */
import { checkDirectiveLines } from './directive-lines.ts';
import type { Source } from './mistake.ts';
import { proseLines } from './prose-lines.ts';

interface Fence {
  readonly line: number;
  readonly indent: string;
  readonly name: string;
  readonly colons: number;
  /** How many colons it needs to hold what stands inside. */
  height: number;
}

export interface Fenced {
  readonly text: string;
  /** Per line, how many colons were put in behind its indentation. */
  readonly added: readonly number[];
}

export const indentedIsCode =
  'text indented by four spaces is code: take the spaces away, or put what is code between lines of ```';

const opening = /^([\s>]*)(:{3,})\s*([A-Za-z][\w-]*)/;
const closing = /^([\s>]*)(:{3,})\s*$/;

/** Reports what is not opened or closed as it should be: all else would look wrong because of it. */
export function balanceFences(source: Source): Fenced {
  const prose = proseLines(source);
  checkDirectiveLines(source, prose);
  const lines = [...source.lines];
  const added = lines.map(() => 0);
  // Where a line is no directive, or a formula has no end, containers only seem to be open.
  if (source.mistakes.length > 0) return { text: source.text, added };
  const lengthen = (line: number, by: number): void => {
    lines[line] = lines[line].replace(/:{3,}/, (colons) => colons + ':'.repeat(by));
    added[line] = by;
  };
  const open: Fence[] = [];
  for (const line of prose) {
    const [, indent = '', colons, name] = opening.exec(lines[line]) ?? [];
    if (name) {
      open.push({ line, indent, name, colons: colons.length, height: 3 });
      continue;
    }
    const closer = closing.exec(lines[line]);
    const fence = closer && close(open, closer, line, source);
    if (!fence) continue;
    lengthen(fence.line, Math.max(0, fence.height - fence.colons));
    lengthen(line, Math.max(0, fence.height - closer[2].length));
    const outer = open.at(-1);
    if (outer) outer.height = Math.max(outer.height, Math.max(fence.height, fence.colons) + 1);
  }
  open.forEach((fence) => reportOpen(fence, source));
  return { text: lines.join('\n'), added };
}

/** The fence that so many colons close: the innermost one written with as many; those inside it were forgotten. */
function close(
  open: Fence[],
  [, indent, { length: colons }]: RegExpExecArray,
  line: number,
  source: Source,
): Fence | undefined {
  const index = open.findLastIndex((fence) => fence.colons === colons);
  if (index < 0) {
    const inner = open.at(-1);
    const hint = inner ? `; :::${inner.name} of line ${inner.line + 1} has ${inner.colons} colons` : '';
    source.report({ line: line + 1, column: 1 }, `${':'.repeat(colons)} closes nothing${hint}`);
    return undefined;
  }
  open.splice(index + 1).forEach((fence) => reportOpen(fence, source));
  const fence = open.pop()!;
  const { length } = indent;
  if (length - fence.indent.length >= 4) source.report({ line: line + 1, column: length + 1 }, indentedIsCode);
  return fence;
}

function reportOpen({ line, indent, name, colons, height }: Fence, source: Source): void {
  const inner = height > 3 ? ', and where each container inside it ends' : '';
  source.report(
    { line: line + 1, column: indent.length + 1 },
    `:::${name} is not closed: write ${':'.repeat(colons)} on a line of its own where it ends${inner}`,
  );
}
