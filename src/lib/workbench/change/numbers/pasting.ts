import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import { readBlock, type Block } from './block.ts';
import type { GivenArray, Place } from './given.ts';
import { problemText } from './problem-text.ts';

export type Pasted = { readonly numbers: Readonly<Record<string, number>> } | { readonly problem: string };

/** What pasting a block into a table does, from a place on; undefined for what is no block. */
export function pastedAt({ rows }: GivenArray, from: Place, text: string, language: Language): Pasted | undefined {
  const block = readBlock(text);
  if (!block) return undefined;
  const { pasted } = languages[language].messages.numbers;
  if ('problem' in block) return { problem: `${blockProblem(block, language)} ${pasted.nothing}` };
  const top = rows.findIndex((row) => row.includes(from));
  const places = rows.slice(top).map((row) => row.slice(rows[top].indexOf(from)));
  const [height, width] = [places.length, places[0].length];
  // A list is a column where there is only one.
  const numbers = width === 1 && block.rows.length === 1 ? block.rows[0].map((number) => [number]) : block.rows;
  if (numbers.length > height || numbers[0].length > width) {
    const sizes = { rows: height, columns: width, pastedRows: numbers.length, pastedColumns: numbers[0].length };
    return { problem: `${fill(pasted.size, sizes)} ${pasted.nothing}` };
  }
  return {
    numbers: Object.fromEntries(
      numbers.flatMap((row, y) => row.map((number, x) => [places[y][x].address, number] as const)),
    ),
  };
}

function blockProblem(block: Extract<Block, { problem: unknown }>, language: Language): string {
  const { pasted } = languages[language].messages.numbers;
  if (block.problem === 'ambiguous') return fill(pasted.ambiguous, twoWays(block.parts));
  const { problem, text } = block;
  if (problem === 'ragged') return fill(pasted.ragged, { text });
  return `${fill(pasted.cell, { text })} ${problemText(problem, language)}`;
}

/** How what was pasted begins, and how either meaning of it is written so that it has no other. */
function twoWays(parts: readonly string[]): Record<'text' | 'rows' | 'numbers', string> {
  const first = parts.slice(0, 2).map((part) => part.trim());
  const written = (between: string): string => first.map((part) => part.replace(',', between)).join('; ');
  return { text: first.join(';'), rows: written(' '), numbers: written('.') };
}
