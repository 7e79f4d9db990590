/** Matrix · vector, plus bias: W x + U h + b, with as many products and biases as the equation has. */
import { refuse, type Operation, type OverTime, type Rows } from '../operation.ts';
import { product, sum, type Scalar } from '../scalar.ts';
import type { Shape } from '../shapes.ts';
import { texMatrixProduct, texSum, texTransposed } from '../tex.ts';

/**
 * Operands stand in the order of the formula: a matrix is followed by the vector it multiplies; any other vector is a
 * bias. So the ranks alone tell what an operand is.
 */
const isMatrix = (operands: readonly Shape[], k: number): boolean => operands[k].length === 2;
const isMultiplied = (operands: readonly Shape[], k: number): boolean => k > 0 && isMatrix(operands, k - 1);

/** y += x */
function addVector(y: Float64Array, x: Float64Array): void {
  for (let i = 0; i < y.length; i++) y[i] += x[i];
}

/** d += g xᵀ */
function addOuterProduct(d: Float64Array, g: Float64Array, x: Float64Array): void {
  const columns = x.length;
  for (let row = 0, at = 0; row < g.length; row++) {
    const share = g[row];
    for (let column = 0; column < columns; column++) d[at++] += share * x[column];
  }
}

/** d += Wᵀ g, four rows of W at once: d is then read and written a quarter as often. */
function addTransposedProduct(d: Float64Array, W: Float64Array, g: Float64Array): void {
  const columns = d.length;
  const rows = g.length;
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    const g0 = g[row];
    const g1 = g[row + 1];
    const g2 = g[row + 2];
    const g3 = g[row + 3];
    let at = row * columns;
    for (let column = 0; column < columns; column++, at++) {
      d[column] += g0 * W[at] + g1 * W[at + columns] + g2 * W[at + 2 * columns] + g3 * W[at + 3 * columns];
    }
  }
  for (; row < rows; row++) {
    const share = g[row];
    for (let column = 0, at = row * columns; column < columns; column++) d[column] += share * W[at++];
  }
}

/** y += W x, four rows at once: four sums that do not wait for each other. */
function addProduct(y: Float64Array, W: Float64Array, x: Float64Array): void {
  const columns = x.length;
  const rows = y.length;
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    let at = row * columns;
    let y0 = y[row];
    let y1 = y[row + 1];
    let y2 = y[row + 2];
    let y3 = y[row + 3];
    for (let column = 0; column < columns; column++, at++) {
      const value = x[column];
      y0 += W[at] * value;
      y1 += W[at + columns] * value;
      y2 += W[at + 2 * columns] * value;
      y3 += W[at + 3 * columns] * value;
    }
    y[row] = y0;
    y[row + 1] = y1;
    y[row + 2] = y2;
    y[row + 3] = y3;
  }
  for (; row < rows; row++) {
    let total = y[row];
    for (let column = 0, at = row * columns; column < columns; column++) total += W[at++] * x[column];
    y[row] = total;
  }
}

/** d += Σₜ gₜ xₜᵀ, four timesteps at once: d is then read and written a quarter as often. */
function addOuterProducts(d: Float64Array, g: Rows, x: Rows, count: number): void {
  const { data: gs, stride: gStride, width: rows } = g;
  const { data: xs, stride: xStride, width: columns } = x;
  let gAt = g.offset;
  let xAt = x.offset;
  let left = count;
  for (; left > 3; left -= 4, gAt += 4 * gStride, xAt += 4 * xStride) {
    for (let row = 0, at = 0; row < rows; row++) {
      const g0 = gs[gAt + row];
      const g1 = gs[gAt + row + gStride];
      const g2 = gs[gAt + row + 2 * gStride];
      const g3 = gs[gAt + row + 3 * gStride];
      for (let from = xAt; from < xAt + columns; from++, at++) {
        d[at] += g0 * xs[from] + g1 * xs[from + xStride] + g2 * xs[from + 2 * xStride] + g3 * xs[from + 3 * xStride];
      }
    }
  }
  for (; left > 0; left--, gAt += gStride, xAt += xStride) {
    for (let row = 0, at = 0; row < rows; row++) {
      const share = gs[gAt + row];
      for (let column = 0; column < columns; column++) d[at++] += share * xs[xAt + column];
    }
  }
}

const addRows: OverTime = (d, g, _, count) => {
  for (let t = 0; t < count; t++) {
    for (let i = 0, at = g.offset + t * g.stride; i < d.length; i++) d[i] += g.data[at + i];
  }
};

export const affine: Operation = {
  shape(operands) {
    const shapes = operands.map(({ shape }) => shape);
    const rows = shapes[0][0];
    for (let k = 0; k < shapes.length; k++) {
      if (isMatrix(shapes, k)) {
        const pair = operands.slice(k, k + 2);
        const fits = pair.length === 2 && shapes[k + 1].length === 1 && shapes[k][1] === shapes[k + 1][0];
        if (!fits) refuse(pair, 'a matrix needs as many columns as its vector has elements');
        if (shapes[k][0] !== rows) refuse([operands[0], operands[k]], 'all matrices need the same number of rows');
        k++;
      } else if (shapes[k].length !== 1 || shapes[k][0] !== rows) {
        refuse([operands[0], operands[k]], 'a bias needs one element per row of the matrix');
      }
    }
    return [rows];
  },
  element(i, read, { operands }) {
    const terms: Scalar[] = [];
    read.forEach((element, k) => {
      if (isMatrix(operands, k)) {
        const columns = operands[k][1];
        for (let j = 0; j < columns; j++) terms.push(product(element(i * columns + j), read[k + 1](j)));
      } else if (!isMultiplied(operands, k)) terms.push(element(i));
    });
    return sum(...terms);
  },
  forward(y, x, { operands }) {
    for (let i = 0; i < y.length; i++) y[i] = 0;
    for (let k = 0; k < x.length; k++) {
      if (isMatrix(operands, k)) addProduct(y, x[k], x[++k]);
      else addVector(y, x[k]);
    }
  },
  backward: [
    (d, g, _, x, { operands }, k) => {
      if (isMultiplied(operands, k)) addTransposedProduct(d, x[k - 1], g);
      else if (isMatrix(operands, k)) addOuterProduct(d, g, x[k + 1]);
      else addVector(d, g);
    },
  ],
  stacks: (k, { operands }) => !isMultiplied(operands, k),
  overTime(k, { operands }) {
    if (isMatrix(operands, k)) return (d, g, x, count) => addOuterProducts(d, g, x[k + 1], count);
    return isMultiplied(operands, k) ? null : addRows;
  },
  tex(symbols, { operands }) {
    const terms = symbols.flatMap((symbol, k) => {
      if (isMatrix(operands, k)) return [texMatrixProduct(symbol, symbols[k + 1])];
      return isMultiplied(operands, k) ? [] : [symbol];
    });
    return texSum(...terms);
  },
  texBackward(k, g, _, symbols, { operands }) {
    if (isMatrix(operands, k)) return texMatrixProduct(g, texTransposed(symbols[k + 1]));
    return isMultiplied(operands, k) ? texMatrixProduct(texTransposed(symbols[k - 1]), g) : g;
  },
};
