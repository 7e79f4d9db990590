/** From a run back to its model file: what `modelRun` reads, with the numbers that the run has now. */
import type { Equation, ParameterId } from '#lib/engine/equations.ts';
import { isComputedAt, range } from '#lib/engine/instances.ts';
import type { Run } from '#lib/engine/run.ts';
import { losses, type LossKind } from '#lib/engine/sequence-model.ts';
import type { Cell } from '../cell.ts';
import type { CellId } from '../registry.ts';
import type { Matrix, ModelFile, Vector } from './model-file.ts';
import { parameterOf, torchArrays, torchNames, type TorchName } from '../torch-arrays.ts';
import { blocksOf, packedCells } from './packing.ts';
import { matrixRows } from './matrix-rows.ts';

/** A run, and the cell it is a run of. */
export interface CellRun {
  readonly cell: Cell;
  readonly run: Run;
}

/** Whether there can be a file of such a cell: PyTorch has to know it. */
export const hasModelFile = ({ id }: Cell): boolean => packedCells.includes(id as CellId);

/**
 * Numbers only: what is held, or left out of a gradient, is something done to a model, and no part of it.
 * @throws for a cell that PyTorch does not have, and for a run of several samples
 */
export function modelFileOf({ cell, run }: CellRun): ModelFile {
  if (!hasModelFile(cell)) throw new Error(`${cell.id}: PyTorch has no such cell, so there is no file of it`);
  if (run.program.samples > 1) throw new Error(`${run.program.samples} samples: a file has one sequence`);
  const { values } = run.program.graph;
  const times = range(1, run.program.timesteps);
  return {
    cell: cell.id as CellId,
    inputSize: values.get('input')!.shape[0],
    hiddenSize: values.get(cell.states.h)!.shape[0],
    parameters: parametersOf(cell.id as CellId, run),
    inputs: times.map((t) => [...run.value('input', t)]),
    initial: Object.fromEntries(Object.entries(cell.states).map(([letter, id]) => [letter, [...run.value(id, 0)]])),
    ...(values.has('W.y') && { readout: { weight: valuesOf(run, 'W.y'), bias: [...run.value('b.y')] } }),
    loss: lossOf(run, times),
  };
}

/** Of two biases that are one in the cell, the first has all of it and the second is left out. */
function parametersOf(cell: CellId, run: Run): ModelFile['parameters'] {
  const ids = new Set(run.program.graph.parameters.map(({ id }) => id));
  const written = new Set<string>();
  const entries = torchNames.flatMap((name): [TorchName, Matrix | Vector][] => {
    const blocks = blocksOf(cell)!.map((letter) => parameterOf(name, letter, ids));
    if (blocks.every((id) => written.has(id))) return [];
    const isMatrix = torchArrays[name].columns !== undefined;
    const block = (id: ParameterId): Matrix | Vector => {
      const numbers = isMatrix ? valuesOf(run, id) : [...run.value(id)];
      return written.has(id) ? numbers.map(() => 0) : numbers;
    };
    const array = blocks.flatMap<Vector | number>(block) as Matrix | Vector;
    blocks.forEach((id) => written.add(id));
    return [[name, array]];
  });
  return Object.fromEntries(entries) as unknown as ModelFile['parameters'];
}

function lossOf(run: Run, times: readonly number[]): ModelFile['loss'] {
  const term = run.program.graph.values.get('loss.term')!.equation!;
  const isCompared = (t: number): boolean => isComputedAt(term, t, run.program);
  return {
    kind: kindOf(term),
    at: term.when,
    targets: times.map((t) => (isCompared(t) ? [...run.value('target', t)] : null)),
  };
}

const kindOf = ({ operation }: Equation): LossKind =>
  (Object.keys(losses) as LossKind[]).find((kind) => losses[kind].operation === operation)!;

const valuesOf = (run: Run, id: ParameterId): number[][] =>
  matrixRows(run.value(id), run.program.graph.values.get(id)!.shape);
