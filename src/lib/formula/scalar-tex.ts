/** Arithmetic on single numbers as a tree of symbols, each of which knows which element it stands for. */
import type { Scalar, ScalarFunction } from '#lib/engine/scalar.ts';
import {
  atom,
  texCall,
  texFraction,
  texList,
  texNegative,
  texProduct,
  texRoot,
  texSquare,
  texSum,
  type Tex,
} from '#lib/engine/tex.ts';
import type { NamedRun } from './named-run.ts';
import { slotAtom, type Slot } from './slot.ts';

/** How functions are written; a reciprocal is a fraction. */
export const functionTex: Readonly<Record<Exclude<ScalarFunction, 'reciprocal'>, (...parts: Tex[]) => Tex>> = {
  sigmoid: (a) => texCall('\\sigma', a),
  tanh: (a) => texCall('\\tanh', a),
  relu: (a) => texCall('\\operatorname{ReLU}', a),
  exp: (a) => texCall('\\exp', a),
  squareRoot: texRoot,
  logSumExp: (...parts) => texCall('\\log', texSum(...parts.map((part) => texCall('\\exp', part)))),
  maximum: (...parts) => texCall('\\max', texList(...parts)),
};

/** @param slots operand number k of the scalars is an element of slot number k */
export function texOfScalar(model: NamedRun, scalar: Scalar, slots: readonly Slot[]): Tex {
  const inside = (part: Scalar): Tex => texOfScalar(model, part, slots);
  const isOfMatrix = (part: Scalar): boolean =>
    part.kind === 'read' && model.shape(slots[part.operand].instance.id).length === 2;
  switch (scalar.kind) {
    case 'constant':
      return { kind: 'atom', text: String(Number(scalar.value.toPrecision(4))), single: true };
    case 'read':
      return slotAtom(model, { ...slots[scalar.operand], element: scalar.index });
    case 'sum':
      return scalar.parts.length ? texSum(...scalar.parts.map(inside)) : atom('0');
    case 'product':
      return texOfProduct(model.hasRowVectors ? matricesLast(scalar.parts, isOfMatrix) : scalar.parts, inside);
    case 'call':
      return scalar.name === 'reciprocal'
        ? texFraction(atom('1'), inside(scalar.parts[0]))
        : functionTex[scalar.name](...scalar.parts.map(inside));
  }
}

/** As the matrix stands behind the row that it multiplies. */
const matricesLast = (parts: readonly Scalar[], isOfMatrix: (part: Scalar) => boolean): readonly Scalar[] =>
  flattened(parts).toSorted((a, b) => Number(isOfMatrix(a)) - Number(isOfMatrix(b)));

function texOfProduct(parts: readonly Scalar[], inside: (part: Scalar) => Tex): Tex {
  const factors = flattened(parts).filter((part) => !isConstant(part, 1));
  const signs = factors.filter((part) => isConstant(part, -1)).length;
  const rest = factors.filter((part) => !isConstant(part, -1));
  const under = rest.flatMap((part) =>
    part.kind === 'call' && part.name === 'reciprocal' ? [inside(part.parts[0])] : [],
  );
  const over = powers(rest.filter((part) => part.kind !== 'call' || part.name !== 'reciprocal')).map(
    ([part, isSquare]) => (isSquare ? texSquare(inside(part)) : inside(part)),
  );
  const top = over.length ? texProduct(...over) : atom('1');
  const whole = under.length ? texFraction(top, texProduct(...under)) : top;
  return signs % 2 ? texNegative(whole) : whole;
}

const flattened = (parts: readonly Scalar[]): Scalar[] =>
  parts.flatMap((part) => (part.kind === 'product' ? flattened(part.parts) : [part]));

/** Factors, two equal neighbours taken together as a square. */
function powers(factors: readonly Scalar[]): [Scalar, boolean][] {
  const [first, second, ...rest] = factors;
  if (!first) return [];
  return isSame(first, second) ? [[first, true], ...powers(rest)] : [[first, false], ...powers(factors.slice(1))];
}

const isSame = (a: Scalar, b: Scalar | undefined): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
const isConstant = (part: Scalar, value: number): boolean => part.kind === 'constant' && part.value === value;
