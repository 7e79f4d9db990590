/** Operations that work element by element. */
import { sigmoid, tanh } from '../elementary.ts';
import { alike, mustBeSingle, passOn, type Backward, type Operation } from '../operation.ts';
import { call, constant, difference, product, sum } from '../scalar.ts';
import {
  atom,
  texCall,
  texDifference,
  texElementwise,
  texFraction,
  texIndicator,
  texNegative,
  texProduct,
  texRoot,
  texSquare,
  texSum,
  type Tex,
} from '../tex.ts';

const one = constant(1);
const oneMinusTex = (a: Tex): Tex => texDifference(atom('1'), a);

const subtractShare: Backward = (d, g) => {
  for (let i = 0; i < d.length; i++) d[i] -= g[i];
};

export const add: Operation = {
  arity: 2,
  shape: alike,
  element: (i, [a, b]) => sum(a(i), b(i)),
  forward(y, [a, b]) {
    for (let i = 0; i < y.length; i++) y[i] = a[i] + b[i];
  },
  backward: [passOn, passOn],
  tex: (operands) => texSum(...operands),
  texBackward: (_, g) => g,
};

export const subtract: Operation = {
  arity: 2,
  shape: alike,
  element: (i, [a, b]) => difference(a(i), b(i)),
  forward(y, [a, b]) {
    for (let i = 0; i < y.length; i++) y[i] = a[i] - b[i];
  },
  backward: [passOn, subtractShare],
  tex: ([a, b]) => texDifference(a, b),
  texBackward: (k, g) => (k === 0 ? g : texNegative(g)),
};

export const multiply: Operation = {
  arity: 2,
  shape: alike,
  element: (i, [a, b]) => product(a(i), b(i)),
  forward(y, [a, b]) {
    for (let i = 0; i < y.length; i++) y[i] = a[i] * b[i];
  },
  backward: [
    (d, g, _, [, b]) => {
      for (let i = 0; i < d.length; i++) d[i] += g[i] * b[i];
    },
    (d, g, _, [a]) => {
      for (let i = 0; i < d.length; i++) d[i] += g[i] * a[i];
    },
  ],
  tex: (operands) => texElementwise(...operands),
  texBackward: (k, g, _, operands) => texElementwise(g, operands[1 - k]),
};

/** Element by element, or every element by the same single number. */
export const divide: Operation = {
  arity: 2,
  shape: ([a, b]) => (b.shape.length === 0 ? a.shape : alike([a, b])),
  element: (i, [a, b], { operands }) => product(a(i), call('reciprocal', b(operands[1].length === 0 ? 0 : i))),
  forward(y, [a, b]) {
    const stride = b.length === 1 ? 0 : 1;
    for (let i = 0; i < y.length; i++) y[i] = a[i] / b[i * stride];
  },
  backward: [
    (d, g, _, [, b]) => {
      const stride = b.length === 1 ? 0 : 1;
      for (let i = 0; i < d.length; i++) d[i] += g[i] / b[i * stride];
    },
    (d, g, y, [, b]) => {
      const stride = b.length === 1 ? 0 : 1;
      for (let i = 0; i < y.length; i++) d[i * stride] -= (g[i] * y[i]) / b[i * stride];
    },
  ],
  tex: ([a, b]) => texFraction(a, b),
  texBackward(k, g, y, [, b], { operands }) {
    if (k === 0) return texFraction(g, b);
    const share = texNegative(texElementwise(g, texFraction(y, b)));
    return operands[1].length === 0 ? texProduct(atom('\\sum'), share) : share;
  },
};

/** A single number times every element. */
export const scale: Operation = {
  arity: 2,
  shape([a, factor]) {
    mustBeSingle(factor);
    return a.shape;
  },
  element: (i, [a, factor]) => product(factor(0), a(i)),
  forward(y, [a, factor]) {
    for (let i = 0; i < y.length; i++) y[i] = factor[0] * a[i];
  },
  backward: [
    (d, g, _, [, factor]) => {
      for (let i = 0; i < d.length; i++) d[i] += factor[0] * g[i];
    },
    (d, g, _, [a]) => {
      for (let i = 0; i < g.length; i++) d[0] += g[i] * a[i];
    },
  ],
  tex: ([a, factor]) => texProduct(factor, a),
  texBackward: (k, g, _, [a, factor]) =>
    k === 0 ? texProduct(factor, g) : texProduct(atom('\\sum'), texElementwise(g, a)),
};

/** A single number added to every element. */
export const shift: Operation = {
  arity: 2,
  shape([a, offset]) {
    mustBeSingle(offset);
    return a.shape;
  },
  element: (i, [a, offset]) => sum(a(i), offset(0)),
  forward(y, [a, offset]) {
    for (let i = 0; i < y.length; i++) y[i] = a[i] + offset[0];
  },
  backward: [
    passOn,
    (d, g) => {
      for (let i = 0; i < g.length; i++) d[0] += g[i];
    },
  ],
  tex: (operands) => texSum(...operands),
  texBackward: (k, g) => (k === 0 ? g : texProduct(atom('\\sum'), g)),
};

export const oneMinus: Operation = {
  arity: 1,
  stacks: () => true,
  shape: alike,
  element: (i, [a]) => difference(one, a(i)),
  forward(y, [a]) {
    for (let i = 0; i < y.length; i++) y[i] = 1 - a[i];
  },
  backward: [subtractShare],
  tex: ([a]) => oneMinusTex(a),
  texBackward: (_, g) => texNegative(g),
};

export const squareRoot: Operation = {
  arity: 1,
  stacks: () => true,
  shape: alike,
  element: (i, [a]) => call('squareRoot', a(i)),
  forward(y, [a]) {
    for (let i = 0; i < y.length; i++) y[i] = Math.sqrt(a[i]);
  },
  backward: [
    (d, g, y) => {
      for (let i = 0; i < d.length; i++) d[i] += (0.5 * g[i]) / y[i];
    },
  ],
  tex: ([a]) => texRoot(a),
  texBackward: (_, g, y) => texFraction(g, texProduct(atom('2'), y)),
};

export const sigmoidOperation: Operation = {
  arity: 1,
  stacks: () => true,
  shape: alike,
  element: (i, [a]) => call('sigmoid', a(i)),
  range: [0, 1],
  forward(y, [a]) {
    for (let i = 0; i < y.length; i++) y[i] = sigmoid(a[i]);
  },
  backward: [
    (d, g, y) => {
      for (let i = 0; i < d.length; i++) d[i] += g[i] * y[i] * (1 - y[i]);
    },
  ],
  tex: ([a]) => texCall('\\sigma', a),
  texBackward: (_, g, y) => texElementwise(g, y, oneMinusTex(y)),
};

export const tanhOperation: Operation = {
  arity: 1,
  stacks: () => true,
  shape: alike,
  element: (i, [a]) => call('tanh', a(i)),
  range: [-1, 1],
  forward(y, [a]) {
    for (let i = 0; i < y.length; i++) y[i] = tanh(a[i]);
  },
  backward: [
    (d, g, y) => {
      for (let i = 0; i < d.length; i++) d[i] += g[i] * (1 - y[i] * y[i]);
    },
  ],
  tex: ([a]) => texCall('\\tanh', a),
  texBackward: (_, g, y) => texElementwise(g, oneMinusTex(texSquare(y))),
};

/** The derivative at the kink itself is taken as 0. */
export const relu: Operation = {
  arity: 1,
  stacks: () => true,
  shape: alike,
  element: (i, [a]) => call('relu', a(i)),
  range: [0, Infinity],
  forward(y, [a]) {
    for (let i = 0; i < y.length; i++) y[i] = a[i] > 0 ? a[i] : 0;
  },
  backward: [
    (d, g, _, [a]) => {
      for (let i = 0; i < d.length; i++) if (a[i] > 0) d[i] += g[i];
    },
  ],
  tex: ([a]) => texCall('\\operatorname{ReLU}', a),
  texBackward: (_, g, __, [a]) => texElementwise(g, texIndicator(a, '>', atom('0'))),
};
