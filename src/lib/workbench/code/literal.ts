/** Numbers as Python reads them: every digit, so that the script starts from the very same bits. */
import { sizeOf, type Shape } from '#lib/engine/shapes.ts';
import type { Dialect } from './script-choice.ts';

/** As long as a line of code may be before it is broken. */
export const lineWidth = 88;

export function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) return `float("${value}")`;
  const text = Object.is(value, -0) ? '-0' : String(value);
  // A list of whole numbers would make an array of integers.
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

const arrayMakers: Readonly<Record<Dialect, string>> = { numpy: 'np.array', pytorch: 'torch.tensor' };

/** `np.array([1.0, 0.5])`, `torch.tensor(0.5, requires_grad=True)`; a single number in NumPy is a number. */
export function arrayLiteral(dialect: Dialect, shape: Shape, numbers: Float64Array, isLeaf = false): string {
  const settings = isLeaf && dialect === 'pytorch' ? ', requires_grad=True' : '';
  if (shape.length === 0 && dialect === 'numpy') return numberLiteral(numbers[0]);
  return `${arrayMakers[dialect]}(${listLiteral(shape, numbers, '')}${settings})`;
}

/** Nested lists, broken into lines where one would be too long. */
function listLiteral(shape: Shape, numbers: Float64Array, indent: string): string {
  if (shape.length === 0) return numberLiteral(numbers[0]);
  const [length, ...rest] = shape;
  const size = sizeOf(rest);
  const inner = `${indent}    `;
  const parts = Array.from({ length }, (_, i) => listLiteral(rest, numbers.subarray(i * size, (i + 1) * size), inner));
  return bracketed('[', parts, ']', indent);
}

/** On one line if it fits; else one part per line, or as many short ones as fit. */
export function bracketed(open: string, parts: readonly string[], close: string, indent = ''): string {
  const line = `${open}${parts.join(', ')}${close}`;
  if (indent.length + line.length <= lineWidth && !line.includes('\n')) return line;
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const isNumber = !/[[({]/.test(part);
    if (isNumber && last !== undefined && indent.length + 5 + last.length + part.length <= lineWidth) {
      lines[lines.length - 1] = `${last} ${part},`;
    } else lines.push(`${part},`);
  }
  return [open, ...lines.map((each) => `${indent}    ${each}`), `${indent}${close}`].join('\n');
}

/** As lists, because arrays show only some of their digits. */
export const printed = (dialect: Dialect, name: string, shape: Shape): string =>
  shape.length === 0 && dialect === 'numpy' ? `print(${name})` : `print(${name}.tolist())`;
