import { bringAll } from './at-hand.ts';
import type { Cell } from './cell.ts';
import { gru } from './gru/cell.ts';
import { lstm } from './lstm/cell.ts';
import { rnn } from './rnn/cell.ts';

/** Every cell there is. A new one needs its folder and a line here. */
export const cells = { rnn, lstm, gru } satisfies Record<string, Cell>;

bringAll(cells);

export type CellId = keyof typeof cells;
