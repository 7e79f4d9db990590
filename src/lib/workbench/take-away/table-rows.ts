/** A table of the page as rows of cells: the words as they are read out, the numbers in full, not as they are shown. */
import type { Cell } from './csv.ts';

/** Its head is one row, whatever it is on the page. */
export function tableRows(table: HTMLTableElement): Cell[][] {
  const head = gridOf(table.tHead ? [...table.tHead.rows] : []);
  const body = [...table.rows].filter((row) => row.parentElement !== table.tHead);
  return [...(head.length ? [joined(head)] : []), ...gridOf(body)];
}

/** Every cell where it stands, and again in each place that it stretches over. */
function gridOf(rows: readonly HTMLTableRowElement[]): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    for (const cell of row.cells) {
      let x = 0;
      while (grid[y][x] !== undefined) x++;
      for (let down = 0; down < cell.rowSpan && grid[y + down]; down++) {
        for (let right = 0; right < cell.colSpan; right++) grid[y + down][x + right] = contentOf(cell);
      }
    }
  });
  return grid;
}

/** One above the other: "entry 1 · value". */
const joined = (head: readonly Cell[][]): string[] =>
  head[0].map((_, x) => [...new Set(head.map((row) => row[x]))].filter((cell) => cell !== '').join(' · '));

function contentOf(cell: HTMLTableCellElement): Cell {
  const exact = cell.dataset.value ?? cell.querySelector<HTMLElement>('[data-value]')?.dataset.value;
  return exact === undefined ? wordsOf(cell) : Number(exact);
}

/** Without what is there for the eyes alone, such as a symbol beside its name; the name of one that is all symbols. */
function wordsOf(cell: Element): string {
  if (cell.ariaLabel) return cell.ariaLabel;
  const copy = cell.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
