/** One look-up for the names and symbols of every value and parameter of a model. */
import { frameQuantities, readoutLetter } from './frame.ts';
import type { Cell, Letter, Quantity, Slot, Text } from './cell.ts';

/** A family of parameters: what its name says of the letter, and its symbol around the letter's subscript. */
interface Family {
  readonly name: Text;
  symbol(subscript: string): string;
}

const families: Readonly<Record<string, Family>> = {
  W: { name: { en: 'input weights', zh: '输入权重' }, symbol: (letter) => `W_{x${letter}}` },
  U: { name: { en: 'recurrent weights', zh: '循环权重' }, symbol: (letter) => `W_{h${letter}}` },
  b: { name: { en: 'bias', zh: '偏置' }, symbol: (letter) => (letter ? `b_{${letter}}` : 'b') },
  d: { name: { en: 'recurrent bias', zh: '循环偏置' }, symbol: (letter) => (letter ? `d_{${letter}}` : 'd') },
  p: { name: { en: 'peephole weights', zh: '窥视孔权重' }, symbol: (letter) => `p_{${letter}}` },
};

export interface Named {
  readonly name: Text;
  /** TeX; `@` stands for the timestep. */
  readonly symbol: string;
  readonly slot: Slot;
  readonly quantity?: Quantity;
}

/**
 * @throws if neither the cell nor the frame around it has the id: a cell's table of quantities is complete by its type,
 * so only a parameter without a letter can get here.
 */
export function nameOf(cell: Cell, id: string): Named {
  const quantity =
    (cell.quantities as Record<string, Quantity>)[id] ?? (frameQuantities as Record<string, Quantity>)[id];
  if (quantity) return { name: quantity.name, symbol: quantity.symbol.course, slot: quantity.slot, quantity };
  const [family, letter] = id.split('.');
  const known = letter === 'y' ? readoutLetter : cell.letters[letter];
  if (!families[family] || !known) throw new Error(`${id}: cell ${cell.id} gives this parameter no name`);
  const symbol = letter === 'y' ? `${family}_{y}` : families[family].symbol(known.subscript.course);
  return { name: join(families[family], known), symbol, slot: known.slot };
}

const join = ({ name }: Family, letter: Letter): Text => ({
  en: `${name.en} of the ${letter.name.en}`,
  zh: `${letter.name.zh}的${name.zh}`,
});
