/** What five processes found, as a table, and whether it is what was hoped for. */
import { median } from './median.ts';
import { others, type Other, type Ratios, type Work } from './measure.ts';

/** A ratio's median and range over the processes. */
interface Spread {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

export interface Row extends Omit<Ratios, 'ratios'> {
  readonly spreads: Readonly<Record<Other, Spread>>;
}

export function summarise(processes: readonly (readonly Ratios[])[]): Row[] {
  const same = (a: Ratios, b: Ratios): boolean =>
    a.work === b.work && a.inputSize === b.inputSize && a.hiddenSize === b.hiddenSize && a.timesteps === b.timesteps;
  return processes[0].map(({ ratios: _, ...row }, index) => {
    const alike = processes.map((found) => found.find((each) => same(each, processes[0][index]))!);
    const spread = (other: Other) => spreadOf(alike.map(({ ratios }) => ratios[other]));
    return {
      ...row,
      spreads: { plain: spread('plain'), tfjs: spread('tfjs'), 'recurrent-js': spread('recurrent-js') },
    };
  });
}

const spreadOf = (numbers: readonly number[]): Spread => ({
  middle: median(numbers),
  low: Math.min(...numbers),
  high: Math.max(...numbers),
});

export function table(rows: readonly Row[], work: Work): string {
  const lines = rows
    .filter((row) => row.work === work)
    .map(({ hiddenSize, inputSize, timesteps, spreads }) =>
      [hiddenSize, inputSize, timesteps, ...others.map((other) => spreadText(spreads[other]))].map(String),
    );
  const all = [['H', 'D', 'T', ...others], ...lines];
  const widths = all[0].map((_, column) => Math.max(...all.map((cells) => cells[column].length)));
  return all.map((cells) => cells.map((cell, column) => cell.padStart(widths[column])).join('   ')).join('\n');
}

const spreadText = ({ middle, low, high }: Spread): string => `${short(middle)} (${short(low)}–${short(high)})`;
const short = (ratio: number): string => ratio.toFixed(ratio < 20 ? 2 : 0);

interface Goal {
  readonly text: string;
  readonly other: Other;
  readonly least: number;
  readonly where?: (row: Row) => boolean;
}

const goals: readonly Goal[] = [
  { text: 'plain loops, H 8–64: ≥ 1.2×', other: 'plain', least: 1.2, where: ({ hiddenSize: H }) => H >= 8 && H <= 64 },
  { text: 'plain loops, everywhere: ≥ 0.9×', other: 'plain', least: 0.9 },
  { text: 'tfjs (cpu), everywhere: faster', other: 'tfjs', least: 1 },
  { text: 'recurrent-js, everywhere: faster', other: 'recurrent-js', least: 1 },
  {
    text: 'aim: plain loops, H 8–64: 1.7×',
    other: 'plain',
    least: 1.7,
    where: ({ hiddenSize: H }) => H >= 8 && H <= 64,
  },
  {
    text: 'aim: tfjs (cpu), D 2, H 8, T 32: 200×',
    other: 'tfjs',
    least: 200,
    where: ({ inputSize: D, hiddenSize: H, timesteps: T }) => D === 2 && H === 8 && T === 32,
  },
];

/** One line per goal; the smallest median is the one that decides. */
export function goalLines(rows: readonly Row[]): string[] {
  return goals.flatMap(({ text, other, least, where = () => true }) => {
    const concerned = rows.filter(where);
    if (!concerned.length) return [];
    const worst = concerned.reduce((a, b) => (a.spreads[other].middle <= b.spreads[other].middle ? a : b));
    const { middle } = worst.spreads[other];
    const place = `H ${worst.hiddenSize}, D ${worst.inputSize}, T ${worst.timesteps}, ${worst.work}`;
    return `${middle >= least ? 'reached    ' : 'not reached'}  ${text} (least: ${short(middle)} at ${place})`;
  });
}
