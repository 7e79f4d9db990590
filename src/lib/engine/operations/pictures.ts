/** Convolution and pooling: values of rank 2 (one picture) and 3 (one picture per filter), index [filter][row][column]. */
import { refuse, type Context, type Operation } from '../operation.ts';
import { call, product, sum, type Scalar } from '../scalar.ts';
import {
  atom,
  texCall,
  texConvolution,
  texElementwise,
  texIndicator,
  texProduct,
  texSum,
  texTransposedConvolution,
} from '../tex.ts';

/** Calls `visit` for every multiply-add of a convolution, with the places it reads and writes. */
function eachTap(
  { operands: [[, pictureWidth], [, filterHeight, filterWidth]], result: [, height, width] }: Context,
  i: number,
  visit: (pixel: number, weight: number) => void,
): void {
  const filter = Math.floor(i / (height * width));
  const row = Math.floor(i / width) % height;
  const column = i % width;
  for (let r = 0; r < filterHeight; r++) {
    for (let c = 0; c < filterWidth; c++) {
      visit((row + r) * pictureWidth + column + c, (filter * filterHeight + r) * filterWidth + c);
    }
  }
}

const filterOf = ({ result: [, height, width] }: Context, i: number): number => Math.floor(i / (height * width));

/**
 * Every filter slid over a picture, plus one bias per filter: result [filter][row][column] is
 * bias[filter] + Σ picture[row + r][column + c] · filters[filter][r][c]. Not flipped, no border added, stride 1.
 */
export const convolve: Operation = {
  arity: 3,
  shape(operands) {
    const [picture, filters, bias] = operands.map(({ shape }) => shape);
    if (picture.length !== 2 || filters.length !== 3)
      refuse(operands, 'a picture is height×width, filters are count×height×width');
    if (filters[1] > picture[0] || filters[2] > picture[1]) refuse(operands, 'a filter must fit into the picture');
    if (bias.length !== 1 || bias[0] !== filters[0]) refuse(operands, 'there is one bias per filter');
    return [filters[0], picture[0] - filters[1] + 1, picture[1] - filters[2] + 1];
  },
  element(i, [picture, filters, bias], context) {
    const terms: Scalar[] = [];
    eachTap(context, i, (pixel, weight) => terms.push(product(picture(pixel), filters(weight))));
    return sum(...terms, bias(filterOf(context, i)));
  },
  forward(y, [picture, filters, bias], context) {
    for (let i = 0; i < y.length; i++) {
      let total = 0;
      eachTap(context, i, (pixel, weight) => {
        total += picture[pixel] * filters[weight];
      });
      y[i] = total + bias[filterOf(context, i)];
    }
  },
  backward: [
    (d, g, _, [, filters], context) => {
      for (let i = 0; i < g.length; i++) {
        eachTap(context, i, (pixel, weight) => {
          d[pixel] += g[i] * filters[weight];
        });
      }
    },
    (d, g, _, [picture], context) => {
      for (let i = 0; i < g.length; i++) {
        eachTap(context, i, (pixel, weight) => {
          d[weight] += g[i] * picture[pixel];
        });
      }
    },
    (d, g, _, __, context) => {
      for (let i = 0; i < g.length; i++) d[filterOf(context, i)] += g[i];
    },
  ],
  tex: ([picture, filters, bias]) => texSum(texConvolution(picture, filters), bias),
  texBackward(k, g, _, [picture, filters]) {
    if (k === 0) return texTransposedConvolution(g, filters);
    return k === 1 ? texConvolution(picture, g) : texProduct(atom('\\sum'), g);
  },
};

/** The places that window number `i` of a pooling reads, row by row. */
function windowOf({ operands: [shape], result, settings: { window } }: Context, i: number): number[] {
  const [height, width] = shape.slice(-2);
  const [rows, columns] = result.slice(-2);
  const plane = Math.floor(i / (rows * columns));
  const row = (Math.floor(i / columns) % rows) * window;
  const column = (i % columns) * window;
  return Array.from(
    { length: window * window },
    (_, tap) => (plane * height + row + Math.floor(tap / window)) * width + column + (tap % window),
  );
}

/** The largest number of each window of `window` × `window`, side by side; of equal ones the first takes the gradient. */
export const pool: Operation = {
  arity: 1,
  shape([picture], { window }) {
    const [height, width] = picture.shape.slice(-2);
    if (picture.shape.length < 2 || !(window >= 1) || height % window || width % window) {
      refuse([picture], `it does not divide into windows of ${window}×${window}`);
    }
    return [...picture.shape.slice(0, -2), height / window, width / window];
  },
  element: (i, [picture], context) => call('maximum', ...windowOf(context, i).map(picture)),
  forward(y, [picture], context) {
    for (let i = 0; i < y.length; i++) y[i] = picture[largestIn(picture, windowOf(context, i))];
  },
  backward: [
    (d, g, _, [picture], context) => {
      for (let i = 0; i < g.length; i++) d[largestIn(picture, windowOf(context, i))] += g[i];
    },
  ],
  tex: ([picture]) => texCall('\\operatorname{maxpool}', picture),
  texBackward: (_, g, y, [picture]) => texElementwise(g, texIndicator(picture, '=', y)),
};

const largestIn = (picture: Float64Array, places: readonly number[]): number =>
  places.reduce((best, place) => (picture[place] > picture[best] ? place : best));
