import { updateQuantities } from '#lib/cells/update-names.ts';
import { namedAs, nameOf } from '#lib/cells/names.ts';
import type { Notation } from '#lib/cells/notation.ts';
import type { Cell } from '#lib/cells/cell.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { atTimestep, powers, raised, symbolKinds, type SymbolKind } from '../symbol.ts';
import { typesetSymbol } from '../typeset.ts';

/** Every symbol that formulas of these cells can show: HTML by TeX. `@` stands for the timestep in both. */
export function symbolTable(
  cells: readonly Cell[],
  notation: Notation,
  known: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const templates = new Set(templatesIn(cells, notation).filter((template) => !Object.hasOwn(known, template)));
  return Object.fromEntries([...templates].map((template) => [template, htmlOf(template)]));
}

const templatesIn = (cells: readonly Cell[], notation: Notation): string[] => [
  ...cells.flatMap((cell) => templatesOf(cell, notation)),
  ...Object.values(updateQuantities).map((quantity) => namedAs(quantity, notation).symbol),
];

/** The readout is there too, so that these are the values of every model that can be made of the cell. */
function templatesOf(cell: Cell, notation: Notation): string[] {
  const sizes = { inputSize: 1, hiddenSize: 1, outputSize: 1 };
  const { values } = sequenceModel(cell, sizes, { kind: 'mse', at: 'all' });
  return [...values.values()].flatMap(({ id, role }) => {
    const { symbol } = nameOf(cell, id, notation);
    const kinds = role === 'parameter' ? everyKind : (['value', 'gradient'] as const);
    return [...kinds.map((kind) => symbolKinds[kind](symbol)), ...powers.map((power) => raised(symbol, power))];
  });
}

const everyKind = Object.keys(symbolKinds) as SymbolKind[];

/**
 * All digits are of one height, so a formula is laid out the same whatever its numerals are. This one stands for them
 * all: no length in KaTeX's styles has so many digits that it could be mistaken for it.
 */
const anyTimestep = 1234567890;

const htmlOf = (template: string): string =>
  typesetSymbol(atTimestep(template, anyTimestep)).replaceAll(String(anyTimestep), '@');
