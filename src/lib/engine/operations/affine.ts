/** Matrix · vector, plus bias: W x + U h + b, with as many products and biases as the equation has. */
import { refuse, type Backward, type Operation, type OverTime, type Rows } from '../operation.ts';
import { product, sum, type Scalar } from '../scalar.ts';
import type { Shape } from '../shapes.ts';
import { texProduct, texSum, texTransposed } from '../tex.ts';

/**
 * Operands stand in the order of the formula: a matrix is followed by the vector it multiplies; any other vector is a
 * bias. So the ranks alone tell what an operand is.
 */
const isMatrix = (operands: readonly Shape[], k: number): boolean => operands[k]?.length === 2;
const isMultiplied = (operands: readonly Shape[], k: number): boolean => isMatrix(operands, k - 1);

const addShare: Backward = (d, g) => {
  for (let i = 0; i < d.length; i++) d[i] += g[i];
};

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
    const [g0, g1, g2, g3] = [g[row], g[row + 1], g[row + 2], g[row + 3]];
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
    let [y0, y1, y2, y3] = [y[row], y[row + 1], y[row + 2], y[row + 3]];
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

/** d += Σₜ gₜ xₜᵀ: two by two elements of d at a time stay in registers while t runs. */
function addOuterProducts(d: Float64Array, g: Rows, x: Rows, count: number): void {
  const columns = x.width;
  for (let row = 0; row < g.width; row += 2) {
    const second = row + 1 < g.width ? 1 : 0;
    for (let column = 0; column < columns; column += 2) {
      const next = column + 1 < columns ? 1 : 0;
      let [d00, d01, d10, d11] = [0, 0, 0, 0];
      let gAt = g.offset + row;
      let xAt = x.offset + column;
      for (let t = 0; t < count; t++, gAt += g.stride, xAt += x.stride) {
        const [g0, g1, x0, x1] = [g.data[gAt], g.data[gAt + second], x.data[xAt], x.data[xAt + next]];
        d00 += g0 * x0;
        d01 += g0 * x1;
        d10 += g1 * x0;
        d11 += g1 * x1;
      }
      const at = row * columns + column;
      d[at] += d00;
      if (next) d[at + 1] += d01;
      if (second) d[at + columns] += d10;
      if (second && next) d[at + columns + 1] += d11;
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
        if (!fits || shapes[k][0] !== rows) refuse(pair, 'a matrix needs as many columns as its vector has elements');
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
    y.fill(0);
    for (let k = 0; k < x.length; k++) {
      if (isMatrix(operands, k)) addProduct(y, x[k], x[++k]);
      else for (let i = 0; i < y.length; i++) y[i] += x[k][i];
    }
  },
  backward: [
    (d, g, y, x, context, k) => {
      if (isMatrix(context.operands, k)) addOuterProduct(d, g, x[k + 1]);
      else if (isMultiplied(context.operands, k)) addTransposedProduct(d, x[k - 1], g);
      else addShare(d, g, y, x, context, k);
    },
  ],
  stacks: (k, { operands }) => !isMultiplied(operands, k),
  overTime(k, { operands }) {
    if (isMatrix(operands, k)) return (d, g, x, count) => addOuterProducts(d, g, x[k + 1], count);
    return isMultiplied(operands, k) ? null : addRows;
  },
  tex(symbols, { operands }) {
    const terms = symbols.flatMap((symbol, k) => {
      if (isMatrix(operands, k)) return [texProduct(symbol, symbols[k + 1])];
      return isMultiplied(operands, k) ? [] : [symbol];
    });
    return texSum(...terms);
  },
  texBackward(k, g, _, symbols, { operands }) {
    if (isMatrix(operands, k)) return texProduct(g, texTransposed(symbols[k + 1]));
    return isMultiplied(operands, k) ? texProduct(texTransposed(symbols[k - 1]), g) : g;
  },
};
