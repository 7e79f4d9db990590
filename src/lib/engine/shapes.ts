/** The lengths of a value's dimensions, rank 0 (a number) to rank 3. Arrays are stored row by row. */
export type Shape = readonly number[];

export const sizeOf = (shape: Shape): number => shape.reduce((product, length) => product * length, 1);

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((length, dimension) => length === b[dimension]);

/** Where element number `element`, in storage order, stands: one index per dimension, from 0. */
export function indexOfElement(shape: Shape, element: number): number[] {
  const below = shape.map((_, dimension) => sizeOf(shape.slice(dimension + 1)));
  return shape.map((length, dimension) => Math.floor(element / below[dimension]) % length);
}

/** @throws if a length is not a whole number from 1 on */
export function checkShape(name: string, shape: Shape): Shape {
  if (shape.length > 3) throw new Error(`${name}: ${shapeText(shape)} has more than three dimensions`);
  if (!shape.every((length) => Number.isInteger(length) && length >= 1)) {
    throw new Error(`${name}: a shape of ${shapeText(shape)}; lengths are whole numbers from 1 on`);
  }
  return shape;
}

/** "4×3" for a matrix, "2" for a vector, "a single number" for rank 0. */
export const shapeText = (shape: Shape): string => (shape.length === 0 ? 'a single number' : shape.join('×'));
