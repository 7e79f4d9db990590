import { numberText, type NumberStyle } from '#lib/formula/number.ts';

/**
 * A number as it stands in the field of a chip: as everywhere, but `+4e−5` where it would be written with a power of
 * ten, and with fewer decimals from 10 on, for the field has six places.
 */
export function chipNumber(value: number, style: NumberStyle = {}): string {
  const size = Math.abs(value);
  const text = numberText(value, style);
  if (text.includes('·10')) return short(text.startsWith('+') || text.startsWith('−') ? text[0] : '', size);
  if (size < 9.9995 || !Number.isFinite(value)) return text;
  const sign = text.replace(/[\d.].*/s, '');
  return sign + size.toFixed(size < 99.995 ? 2 : 1);
}

const short = (sign: string, size: number): string => sign + size.toExponential(0).replace('e+', 'e').replace('-', '−');
