/** One look-up for the names and symbols of every value and parameter of a model, in every notation. */
import { frameQuantities, readoutLetter } from './frame.ts';
import type { Cell, Letter, Quantity, Slot, Text } from './cell.ts';
import { writtenIn, type Notation } from './notation.ts';
import { hasTwoBiases } from './own-parameters.ts';

/** TeX of a parameter's symbol, around its letter's subscript. */
type SymbolOf = (subscript: string) => string;

/** A family of parameters: what its name says of the letter, and its symbols. */
interface Family {
  readonly name: Text;
  readonly symbol: Readonly<Record<Notation, SymbolOf>>;
}

/** A letter with its subscript, where there is any: before it, which side it reads, x (or i) or h. */
const written =
  (base: string, side = ''): SymbolOf =>
  (subscript) =>
    side + subscript ? `${base}_{${side}${subscript}}` : base;

const families: Readonly<Record<string, Family>> = {
  W: {
    name: { en: 'input weights', zh: '输入权重' },
    symbol: { course: written('W', 'x'), pytorch: written('W', 'i'), keras: written('W') },
  },
  U: {
    name: { en: 'recurrent weights', zh: '循环权重' },
    symbol: { course: written('W', 'h'), pytorch: written('W', 'h'), keras: written('U') },
  },
  b: {
    name: { en: 'bias', zh: '偏置' },
    symbol: { course: written('b'), pytorch: written('b', 'i'), keras: written('b') },
  },
  d: {
    name: { en: 'recurrent bias', zh: '循环偏置' },
    symbol: { course: written('d'), pytorch: written('b', 'h'), keras: written('d') },
  },
  p: {
    name: { en: 'peephole weights', zh: '窥视孔权重' },
    symbol: { course: written('p'), pytorch: written('p'), keras: written('p') },
  },
};

/** What reads one thing only need not say which. */
const readoutFamilies: Readonly<Record<string, Pick<Family, 'name'>>> = {
  W: { name: { en: 'weights', zh: '权重' } },
};

export interface Named {
  readonly name: Text;
  /** TeX; `@` stands for the timestep. */
  readonly symbol: string;
  /** As of its quantity. */
  readonly badge?: string;
  readonly slot: Slot;
  readonly quantity?: Quantity;
}

/**
 * @throws if neither the cell nor the frame around it has the id: a cell's table of quantities is complete by its type,
 * so only a parameter without a letter can get here.
 */
export function nameOf(cell: Cell, id: string, notation: Notation): Named {
  const quantity =
    (cell.quantities as Record<string, Quantity>)[id] ?? (frameQuantities as Record<string, Quantity>)[id];
  return quantity ? namedAs(quantity, notation) : parameterNamed(cell, id, notation);
}

export const namedAs = (quantity: Quantity, notation: Notation): Named => ({
  name: quantity.name,
  symbol: writtenIn(notation, quantity.symbol),
  badge: quantity.badge && writtenIn(notation, quantity.badge),
  slot: quantity.slot,
  quantity,
});

function parameterNamed(cell: Cell, id: string, notation: Notation): Named {
  const [name, key] = id.split('.');
  const [family, known] = [families[name], key === 'y' ? readoutLetter : cell.letters[key]];
  if (!family || !known) throw new Error(`${id}: cell ${cell.id} gives this parameter no name`);
  if (key === 'y')
    return { name: join(readoutFamilies[name] ?? family, known), symbol: `${name}_{y}`, slot: known.slot };
  const symbol = symbolOf(cell, name, writtenIn(notation, known.subscript), notation);
  return { name: join(family, known), symbol, slot: known.slot };
}

/** PyTorch has two biases where a cell may have one: their sum is then one symbol, as it is one number. */
function symbolOf(cell: Cell, family: string, subscript: string, notation: Notation): string {
  const [own, b, d] = [family, 'b', 'd'].map((name) => families[name].symbol[notation](subscript));
  return family === 'b' && notation === 'pytorch' && !hasTwoBiases(cell) ? `(${b}+${d})` : own;
}

const join = ({ name }: Pick<Family, 'name'>, known: Letter): Text => ({
  en: `${name.en} of the ${known.name.en}`,
  zh: `${known.name.zh}的${name.zh}`,
});
