/** Terms in columns that fit beside each other: set in one line, else in two, else only some of them. */
import { numberText } from '#lib/formula/number.ts';
import type { Group, Sides } from './blocks.ts';
import { cellGap } from './cell.ts';
import { plateOf, plateOfWords, type PlateShape } from './plate.ts';
import { keyOf, type Term } from './terms.ts';
import { textWidth } from './text-width.ts';

export interface Column {
  /** Null where it stands for several. */
  readonly term: Term | null;
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
  /** Beside each plate. */
  readonly beside: (column: number) => number;
}

/** Where a column has its bar. */
export const barPlace = ({ term, value, width }: Column, x: number) => {
  const own = term?.numbers.length === 1 ? term.numbers[0].slot.instance.id : undefined;
  return { value, x, width, of: own };
};

/** The fewest terms worth showing by themselves. */
const fewest = 2;
/** Of a plate with nothing but a 0. */
const leastWidth = 24;

export function fittingColumns(terms: readonly Term[], fitting: Fitting): Columns {
  // More than this have no room, whatever they are: no need to try.
  const most = Math.floor((fitting.room + fitting.gap) / (leastWidth + fitting.gap));
  const counts = Array.from({ length: terms.length }, (_, less) => terms.length - less).filter(
    (shown) => shown <= most && (shown > fewest || shown === terms.length),
  );
  const tries = [
    ...counts.filter((shown) => shown === terms.length).map((shown) => ({ shown, isTall: false })),
    ...counts.map((shown) => ({ shown, isTall: true })),
  ];
  for (const { shown, isTall } of tries) {
    const found = columnsOf(terms, shown, isTall, fitting);
    if (found.width <= fitting.room) return found;
  }
  return columnsOf(terms, Math.min(terms.length, fewest), true, fitting);
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
      sign: term ? term.sign : '+',
      value,
      plate,
      width:
        Math.max(plate.width, neededBy(sides, column), textWidth(numberText(value), 13) + 4) + fitting.beside(column),
    };
  });
  const width = columns.reduce((sum, each) => sum + each.width, fitting.gap * (columns.length - 1));
  return { columns, sides, isTall, width };
}

/** What stands above and below a column takes its part of the group's width. */
function neededBy({ above, below }: Sides, column: number): number {
  const side = (groups: readonly Group[]): number =>
    groups
      .filter(({ columns }) => columns.includes(column))
      .reduce(
        (sum, group) => sum + Math.max(group.cellWidth + cellGap, (group.labelWidth + cellGap) / group.columns.length),
        0,
      );
  return Math.max(side(above), side(below));
}
