/** Terms in columns that fit beside each other: set in one line, else in two, else only some of them. */
import { numberText } from '#lib/formula/number.ts';
import type { Group, Sides } from './blocks.ts';
import { cellWidth, cellGap } from './cell.ts';
import { plateOf, plateOfWords, type PlateShape } from './plate.ts';
import { keyOf, type Term } from './terms.ts';
import { textWidth } from './text-width.ts';

export interface Column {
  /** Null where it stands for several. */
  readonly term: Term | null;
  /** How many terms, if several. */
  readonly count: number;
  readonly sign: Term['sign'];
  /** What its terms add. */
  readonly value: number;
  readonly plate: PlateShape;
  readonly width: number;
}

export interface Columns {
  readonly columns: readonly Column[];
  readonly sides: Sides;
  readonly isTall: boolean;
  readonly width: number;
}

export interface Fitting {
  readonly room: number;
  /** Between two columns, where a sign stands. */
  readonly gap: number;
  /** Words for so many terms in one column. */
  readonly more: (count: number) => string;
  readonly sides: (terms: readonly (Term | null)[]) => Sides;
  /** How wide the words at a group are. */
  readonly labelWidth: (group: Group) => number;
  /** Beside each plate. */
  readonly beside: (column: number) => number;
}

/** The fewest terms worth showing by themselves. */
const fewest = 2;

export function fittingColumns(terms: readonly Term[], fitting: Fitting): Columns {
  const counts = Array.from({ length: Math.max(1, terms.length - fewest) }, (_, less) => terms.length - less);
  const tries = [false, ...counts.map(() => true)].map((isTall, place) => ({
    isTall,
    shown: counts[Math.max(0, place - 1)],
  }));
  let found: Columns | undefined;
  for (const { isTall, shown } of tries) {
    found = columnsOf(terms, shown, isTall, fitting);
    if (found.width <= fitting.room) return found;
  }
  return found!;
}

function columnsOf(terms: readonly Term[], shown: number, isTall: boolean, fitting: Fitting): Columns {
  const isWhole = shown === terms.length;
  const last = terms[terms.length - 1];
  const hidden = isWhole ? [] : terms.slice(shown - 1, -1);
  const slots: (Term | null)[] = isWhole ? [...terms] : [...terms.slice(0, shown - 1), null, last];
  const sides = fitting.sides(slots);
  const columns = slots.map((term, column): Column => {
    const value = term ? term.value : hidden.reduce((sum, each) => sum + each.value, 0);
    const above = sides.above.find((group) => group.columns.includes(column));
    const upper = term?.numbers.find((number) => above?.numbers.some((each) => keyOf(each) === keyOf(number)));
    const plate = term ? plateOf(term, isTall, upper) : plateOfWords(fitting.more(hidden.length), numberText(value));
    return {
      term,
      count: term ? 1 : hidden.length,
      sign: term ? term.sign : '+',
      value,
      plate,
      width:
        Math.max(plate.width, neededBy(sides, column, fitting), textWidth(numberText(value), 13) + 4) +
        fitting.beside(column),
    };
  });
  const width = columns.reduce((sum, each) => sum + each.width, fitting.gap * (columns.length - 1));
  return { columns, sides, isTall, width };
}

/** What stands above and below a column takes its part of the group's width. */
function neededBy({ above, below }: Sides, column: number, { labelWidth }: Fitting): number {
  const side = (groups: readonly Group[]): number =>
    groups
      .filter(({ columns }) => columns.includes(column))
      .reduce(
        (sum, group) =>
          sum + Math.max(cellWidth(group) + cellGap, (labelWidth(group) + cellGap) / group.columns.length),
        0,
      );
  return Math.max(side(above), side(below));
}
