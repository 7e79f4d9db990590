/** From a run back to the names and shapes of its model file. */
import type { Equation } from '#lib/engine/equations.ts';
import type { Run } from '#lib/engine/run.ts';
import { range } from '#lib/engine/instances.ts';
import { cells, type CellId } from '../registry.ts';
import type { Cell } from '../cell.ts';
import { parameterOf, torchArrays, torchNames } from '../torch-arrays.ts';
import type { Matrix, ModelFile, Vector } from './model-file.ts';
import { blocksOf } from './packing.ts';
import { matrixRows } from './matrix-rows.ts';

/** Step id → one row per timestep, from the first to the last. */
type OverTime = Readonly<Record<string, Matrix>>;

export interface PrintedRun {
  readonly cell: CellId;
  readonly timesteps: number;
  readonly loss: number;
  /** The cell's equations, and `output` where there is a readout. */
  readonly values: OverTime;
  /** The loss's gradients with respect to the same, and to `input`. */
  readonly gradients: OverTime;
  readonly initialGradients: Readonly<Record<string, Vector>>;
  /**
   * In the shapes of the file, biases that it left out included; the readout's are `readout.weight`, `readout.bias`.
   * A cell with a single bias has its gradient under both of PyTorch's names.
   */
  readonly parameterGradients: Readonly<Record<string, Matrix | Vector>>;
}

export function printRun({ cell: id, readout }: ModelFile, run: Run): PrintedRun {
  const cell: Cell = cells[id];
  const { graph, timesteps } = run.program;
  const steps = graph.equations.filter(isStep).map((equation) => equation.id);
  const overTime = (ids: string[], numbers: (id: string, t: number) => Float64Array): OverTime =>
    Object.fromEntries(ids.map((step) => [step, range(1, timesteps).map((t) => [...numbers(step, t)])]));
  return {
    cell: id,
    timesteps,
    loss: run.loss,
    values: overTime(steps, (step, t) => run.value(step, t)),
    gradients: overTime([...steps, 'input'], (step, t) => run.gradient(step, t)),
    initialGradients: Object.fromEntries(
      Object.entries(cell.states).map(([letter, state]) => [letter, [...run.gradient(state, 0)]]),
    ),
    parameterGradients: { ...cellGradients(id, run), ...(readout && readoutGradients(run)) },
  };
}

const isStep = ({ id, axis }: Equation): boolean => axis === 'step' && id !== 'loss.term';

function cellGradients(cell: CellId, run: Run): Record<string, Matrix | Vector> {
  const ids = new Set(run.program.graph.parameters.map(({ id }) => id));
  const entries = torchNames.map((name) => {
    const blocks = blocksOf(cell)!.map((letter) => parameterOf(name, letter, ids));
    const isMatrix = torchArrays[name].columns !== undefined;
    return [name, blocks.flatMap<Vector | number>((id) => (isMatrix ? gradientRows(run, id) : [...run.gradient(id)]))];
  });
  return Object.fromEntries(entries) as Record<string, Matrix | Vector>;
}

const readoutGradients = (run: Run) => ({
  'readout.weight': gradientRows(run, 'W.y'),
  'readout.bias': [...run.gradient('b.y')],
});

const gradientRows = (run: Run, id: string): number[][] =>
  matrixRows(run.gradient(id), run.program.graph.values.get(id)!.shape);
