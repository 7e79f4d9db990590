/** The one way numbers are written. */

export interface NumberStyle {
  /** A fraction 0…1, such as a gate: never negative, so it carries no sign. */
  readonly fraction?: boolean;
  /** Never negative either, but without an upper end, such as a loss. */
  readonly unsigned?: boolean;
  /** Typed by a person, such as a weight: at least two decimals, more where it has them. */
  readonly typed?: boolean;
}

const minus = '\u2212';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Whether a number wears its sign when it is positive, too. */
export const isSigned = ({ fraction = false, unsigned = false }: NumberStyle): boolean => !fraction && !unsigned;

/** `+0.606`, `−0.365`, `0.514` for a fraction, `0` for an exact zero, `+1.8·10⁻⁴` where three decimals say too little. */
export function numberText(value: number, style: NumberStyle = {}): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === 0) return '0';
  const sign = value < 0 ? minus : isSigned(style) ? '+' : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  if (size < 0.0005 || size >= 999.9995) return sign + scientific(size);
  return sign + (style.typed ? asTyped(size) : size.toFixed(3));
}

const asTyped = (size: number): string => {
  const shortest = String(size);
  const decimals = shortest.split('.')[1]?.length ?? 0;
  return decimals > 3 ? size.toFixed(3) : size.toFixed(Math.max(2, decimals));
};

function scientific(size: number): string {
  const [digits, exponent] = size.toExponential(1).split('e');
  return `${digits}·${powerOfTen(Number(exponent))}`;
}

/** `10⁻³`, in a number and on a logarithmic axis. */
export function powerOfTen(exponent: number): string {
  const power = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${power}`;
}

/** The number that the figures shown stand for. */
export function shownNumber(value: number, style: NumberStyle = {}): number {
  const [digits, power = ''] = numberText(value, style).replace(minus, '-').replace('∞', 'Infinity').split('·10');
  const exponent = [...power].map((digit) => (digit === '⁻' ? '-' : superscripts.indexOf(digit))).join('');
  return Number(`${digits}e${exponent || 0}`.replace(/(Infinity|NaN)e0/, '$1'));
}

/** The same characters as TeX. */
export const texOfNumberText = (text: string): string =>
  text
    .replace(/^[+−]/, (sign) => `{${sign === minus ? '-' : sign}}`)
    .replace('·', '\\cdot ')
    .replace('∞', '\\infty')
    .replace('NaN', '\\mathrm{NaN}')
    .replace(
      /⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/,
      (power) => `^{${[...power].map((digit) => (digit === '⁻' ? '-' : superscripts.indexOf(digit))).join('')}}`,
    );
