/** Two numbers that are nearly the same, written so that their difference can be seen. */
import { decimalsFor, numberText, type NumberStyle } from './number.ts';

/** A number in three pieces: what both begin with, where they part, and the power of ten that both end with. */
export interface Compared {
  readonly same: string;
  readonly differs: string;
  readonly power: string;
}

/** More figures than these a number of double precision does not have. */
const mostFigures = 17;
/** How many figures of the difference are shown. */
const ofDifference = 3;

export function comparedNumbers(a: number, b: number, style: NumberStyle = {}): readonly [Compared, Compared] {
  const decimals = decimalsToTell(a, b);
  const [one, other] = [a, b].map((value) => numberText(value, { ...style, decimals }));
  const [powers, [digits, others]] = [
    [powerIn(one), powerIn(other)],
    [withoutPower(one), withoutPower(other)],
  ];
  const isAlike = powers[0] === powers[1] && digits.length === others.length;
  const length = isAlike ? commonLength(digits, others) : 0;
  return [
    { same: digits.slice(0, length), differs: digits.slice(length), power: powers[0] },
    { same: others.slice(0, length), differs: others.slice(length), power: powers[1] },
  ];
}

/** How many figures two numbers share, written out as far as they have any. */
export function sharedFigures(a: number, b: number): number {
  const [{ same }] = comparedNumbers(a, b);
  return same.replace(/[^\d]/g, '').replace(/^0+/, '').length;
}

function decimalsToTell(a: number, b: number): number | undefined {
  const larger = Math.max(Math.abs(a), Math.abs(b));
  if (!Number.isFinite(larger) || larger === 0) return undefined;
  const share = Math.abs(a - b) / larger;
  const figures = share === 0 ? mostFigures : Math.floor(-Math.log10(share)) + ofDifference;
  const [, usual] = /\.(\d+)/.exec(numberText(larger))!;
  return Math.max(usual.length, decimalsFor(larger, Math.min(figures, mostFigures)));
}

const powerIn = (text: string): string => /·10.*$/.exec(text)?.[0] ?? '';
const withoutPower = (text: string): string => text.replace(/·10.*$/, '');

function commonLength(one: string, other: string): number {
  const first = [...one].findIndex((figure, place) => figure !== other[place]);
  return first < 0 ? one.length : first;
}
