/** How many inputs and how many units a file's model has. */
import { torchArrays, torchNames } from '../torch-arrays.ts';
import type { ModelFile } from './model-file.ts';
import { isMissing, positiveWhole, refuse, type Piece } from './piece.ts';

type Size = 'inputSize' | 'hiddenSize';

export const readSizes = (top: Readonly<Record<Size | 'parameters', Piece>>): Pick<ModelFile, Size> => ({
  inputSize: readSize('inputSize', top),
  hiddenSize: readSize('hiddenSize', top),
});

/** Of a size that is left out, the message says what to write, if an array is that wide. */
function readSize(size: Size, top: Readonly<Record<Size | 'parameters', Piece>>): number {
  const array = torchNames.find((name) => torchArrays[name].columns === size)!;
  const width = isMissing(top[size]) ? widthOf(top.parameters, array) : 0;
  return width > 0 ? refuse(top[size], `${width}, as ${array} has it`) : positiveWhole(top[size]);
}

function widthOf({ content }: Piece, array: string): number {
  const [, rows] = Object.entries(Object(content) as object).find(([key]) => key.endsWith(array)) ?? [];
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
  return Array.isArray(first) ? first.length : 0;
}
