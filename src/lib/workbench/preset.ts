/** Networks of other cells and sizes, made from a seed: what one looks at when the lesson's own is not enough. */
import { cells, type CellId } from '#lib/cells/registry.ts';
import type { Cell } from '#lib/cells/cell.ts';
import { rowsOf } from '#lib/cells/model-file/packing.ts';
import type { Matrix } from '#lib/cells/model-file/model-file.ts';
import { range } from '#lib/engine/instances.ts';
import { Random } from '#lib/engine/random.ts';
import type { Base } from './vary.ts';

export interface Preset {
  readonly cell: CellId;
  /** H. */
  readonly units: number;
  /** T. */
  readonly timesteps: number;
  readonly seed: number;
}

export const presetCells = Object.values<Cell>(cells).flatMap(({ id, torch }) => (torch ? [id as CellId] : []));
export const presetUnits = [1, 2, 4, 8, 16] as const;
export const presetTimesteps = [3, 4, 8, 16, 32] as const;
export const mostSeeds = 999;

export const presetText = ({ cell, units, timesteps, seed }: Preset): string => `${cell}-${units}-${timesteps}-${seed}`;

/** `gru-4-8-1`: four units, eight timesteps, seed 1. Undefined for what is not offered. */
export function readPreset(text: string): Preset | undefined {
  const [, cell, ...numbers] = /^(\w+)-(\d{1,3})-(\d{1,3})-(\d{1,3})$/.exec(text) ?? [];
  const [units, timesteps, seed] = numbers.map(Number);
  const isOffered =
    presetCells.includes(cell as CellId) &&
    presetUnits.some((each) => each === units) &&
    presetTimesteps.some((each) => each === timesteps) &&
    seed >= 1 &&
    seed <= mostSeeds;
  return isOffered ? { cell: cell as CellId, units, timesteps, seed } : undefined;
}

/**
 * The task of the lessons: the first symbol, +1 or −1, has to be said when asked at the end, whatever came between.
 * Weights are spread evenly over ±1/√H, as PyTorch begins, and cut to two decimals, so that they can be read.
 */
export function presetBase({ cell, units, timesteps, seed }: Preset): Base {
  const random = new Random(seed);
  const reach = 1 / Math.sqrt(units);
  const number = (): number => Math.round(100 * random.uniform(-reach, reach)) / 100 || 0;
  const vector = (length: number): number[] => range(1, length).map(number);
  const matrix = (rows: number, columns: number): Matrix => range(1, rows).map(() => vector(columns));
  const rows = rowsOf(cell, units).length;
  const symbol = (): number => (random.below(2) ? 1 : -1);
  const first = symbol();
  const inputs = range(1, timesteps).map((t) => (t === timesteps ? [0, 1] : [t === 1 ? first : symbol(), 0]));
  return {
    rate: 0.1,
    model: {
      cell,
      inputSize: 2,
      hiddenSize: units,
      parameters: {
        weight_ih_l0: matrix(rows, 2),
        weight_hh_l0: matrix(rows, units),
        bias_ih_l0: vector(rows),
        bias_hh_l0: cell === 'gru' ? vector(rows) : undefined,
      },
      inputs,
      initial: {},
      readout: { weight: matrix(1, units), bias: [0] },
      loss: { kind: 'sse', at: 'last', targets: inputs.map((_, index) => (index === timesteps - 1 ? [first] : null)) },
    },
  };
}
