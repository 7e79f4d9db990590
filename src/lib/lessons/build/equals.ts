import { isSameNumber } from '#lib/formula/number.ts';
import { computed } from './pencil.ts';

const alignment = /\\(?:begin|end)\{aligned\}|&|\\q?quad\b|\{\}/g;
const relation = /=|\\approx(?![a-zA-Z])/g;
const lineEnd = /\\\\(?:\[[^\]]*\])?/;
const isContinued = /^\s*(?:=|\\approx|[+-])/;

/** Every “=” of a formula whose two sides are numbers that do not come to the same; ≈ belongs there. */
export function falseEquals(tex: string): string[] {
  return linesOf(tex).flatMap((line) => {
    const sides = line.split(relation).map((side) => side.replace(/\s+/g, ' ').trim());
    const signs = line.match(relation) ?? [];
    return signs.flatMap((sign, place) => {
      const [left, right] = [sides[place], sides[place + 1]];
      const [ofLeft, ofRight] = [computed(left)?.[0][0], computed(right)?.[0][0]];
      if (sign !== '=' || ofLeft === undefined || ofRight === undefined) return [];
      return isSameNumber(ofLeft, ofRight) ? [] : [`${left} = ${right}`];
    });
  });
}

/** A line that begins with a sign goes on with the one before it. */
function linesOf(tex: string): string[] {
  const lines: string[] = [];
  for (const line of tex.replace(/\\begin\{aligned\}|\\end\{aligned\}/g, '').split(lineEnd)) {
    const plain = line.replace(alignment, ' ');
    if (lines.length > 0 && isContinued.test(plain)) lines.push(`${lines.pop()} ${plain}`);
    else lines.push(plain);
  }
  return lines;
}
