/** From a model file to its numbers. */
import type { Edits } from '#lib/engine/edits.ts';
import { compile } from '#lib/engine/program.ts';
import { Run } from '#lib/engine/run.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { cellOf } from '../at-hand.ts';
import { parameterOf, torchNames } from '../torch-arrays.ts';
import type { ModelFile, Vector } from './model-file.ts';

/**
 * The file's model with the file's numbers, every value and every gradient computed.
 * @param prepare sets numbers before the first of them is used
 * @throws if an edit hits nothing
 */
export function modelRun(file: ModelFile, edits: Partial<Edits> = {}, prepare?: (run: Run) => void): Run {
  const { inputSize, hiddenSize, readout, loss } = file;
  const cell = cellOf(file.cell);
  const graph = sequenceModel(cell, { inputSize, hiddenSize, outputSize: readout?.weight.length }, loss);
  const run: Run = new Run(compile(graph, { timesteps: file.inputs.length, ...edits }));
  fillParameters(run, file);
  file.inputs.forEach((row, index) => run.value('input', index + 1).set(row));
  loss.targets.forEach((row, index) => row && run.value('target', index + 1).set(row));
  for (const [letter, state] of Object.entries(file.initial)) run.value(cell.states[letter], 0).set(state);
  prepare?.(run);
  return run.forward().backward();
}

function fillParameters(run: Run, { cell, parameters, hiddenSize, readout }: ModelFile): void {
  const ids = new Set(run.program.graph.parameters.map(({ id }) => id));
  for (const name of torchNames) {
    const array = parameters[name];
    cellOf(cell).torch!.blocks.forEach((letter, block) => {
      const rows = array?.slice(block * hiddenSize, (block + 1) * hiddenSize) ?? [];
      // Added, because two biases of the file may be one of the cell.
      addTo(run.value(parameterOf(name, letter, ids)), rows.flat());
    });
  }
  if (!readout) return;
  run.value('W.y').set(readout.weight.flat());
  if (readout.bias) run.value('b.y').set(readout.bias);
}

function addTo(total: Float64Array, numbers: Vector): void {
  numbers.forEach((number, index) => (total[index] += number));
}
