/** Numbers as people type them, on any keyboard. */

export interface TypedNumber {
  readonly value: number;
  /** What one step of the last figure typed is worth: 0.01 for `0.61`; 0 for a fraction, which has no last figure. */
  readonly unit: number;
}

const shape = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/**
 * `0.606`, `+.606`, `−0.6` with either minus sign, `１．５` in full width, `1.8e-4` or as the page writes it,
 * `1.8·10⁻⁴`, and `-1/12`; also with = or ≈ before it, and a full stop behind. Undefined for what is no number.
 */
export function typedNumber(text: string): TypedNumber | undefined {
  // NFKC makes full-width characters and raised figures plain ones.
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[−–]/g, '-')
    .replace(/[。,]/g, '.')
    .replace(/^[=≈~]/, '')
    .replace(/(\..*)\.$/, '$1')
    .replace(/[·×*]10\^?/, 'e');
  const parts = plain.split(/[/⁄÷]/);
  const [above, below] = parts.map(decimal);
  if (parts.length === 1) return above;
  return parts.length === 2 && above && below?.value ? { value: above.value / below.value, unit: 0 } : undefined;
}

function decimal(plain: string): TypedNumber | undefined {
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = shape.exec(plain) ?? [];
  if (whole === '' && decimals === '') return undefined;
  const value = Number(`${sign}${whole || '0'}.${decimals || '0'}e${exponent}`);
  return { value, unit: Number(`1e${Number(exponent) - decimals.length}`) };
}
