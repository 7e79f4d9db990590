/** Arithmetic with arrays as it is done on paper: whatever does not fit is an error. */

/** Numbers in rows, as they stand on paper. */
export type Matrix = readonly (readonly number[])[];

export const isNumber = (a: Matrix): boolean => a.length === 1 && a[0].length === 1;
export const isSameShape = (a: Matrix, b: Matrix): boolean => a.length === b.length && a[0].length === b[0].length;
export const each = (a: Matrix, of: (value: number) => number): Matrix => a.map((row) => row.map(of));
export const transposed = (a: Matrix): Matrix => a[0].map((_, column) => a.map((row) => row[column]));
export const total = (a: Matrix): number => a.flat().reduce((sum, x) => sum + x, 0);

export function elementwise(a: Matrix, b: Matrix, of: (x: number, y: number) => number): Matrix {
  if (isNumber(a)) return each(b, (y) => of(a[0][0], y));
  if (isNumber(b)) return each(a, (x) => of(x, b[0][0]));
  if (!isSameShape(a, b)) throw new Error('two arrays of different shapes');
  return a.map((row, i) => row.map((x, j) => of(x, b[i][j])));
}

export const times = (a: Matrix, b: Matrix): Matrix => elementwise(a, b, (x, y) => x * y);

export function matrixProduct(a: Matrix, b: Matrix): Matrix {
  if (a[0].length !== b.length) throw new Error(`${a.length}×${a[0].length} times ${b.length}×${b[0].length}`);
  return a.map((row) => b[0].map((_, column) => row.reduce((sum, x, k) => sum + x * b[k][column], 0)));
}
