import { describe, expect, test, vi } from 'vitest';
import type { cells as allCells } from '../registry.ts';
import { faultyFiles, modelWith, rightModel } from './faulty-files.ts';
import { packedCells } from './packing.ts';
import { ModelFileError, readModelFile } from './read.ts';

const read = (text: string) => readModelFile(text, 'model.json');
const refusal = (text: string): unknown => {
  try {
    return read(text);
  } catch (error) {
    return error;
  }
};

describe('a faulty file is refused in one line', () => {
  test.each(faultyFiles(packedCells.join(', ')))('$message', ({ text, message }) => {
    expect(refusal(text)).toEqual(new ModelFileError(`model.json: ${message}`));
  });

  test('of a number too large for a float, the place is named', () => {
    const text = JSON.stringify(rightModel).replace('-1,0.5', '-1,1e999');
    expect(refusal(text)).toEqual(
      new ModelFileError('model.json: inputs[2][1]: expected a finite number, found Infinity'),
    );
  });

  test('a cell that PyTorch does not have is refused by its name', async () => {
    vi.resetModules();
    vi.doMock('../registry.ts', async (original) => {
      const { cells } = await original<{ cells: typeof allCells }>();
      return { cells: { ...cells, peephole: { ...cells.lstm, torch: undefined } } };
    });
    const { readModelFile: readAnew } = await import('./read.ts');
    const message = `cell: expected one of ${packedCells.join(', ')} (PyTorch has no peephole), found "peephole"`;
    expect(() => readAnew(modelWith('cell', 'peephole'), 'model.json')).toThrow(message);
    vi.doUnmock('../registry.ts');
  });

  test('what was found is cut short and kept on one line', () => {
    expect((refusal(modelWith('cell', `a\nb${'x'.repeat(1000)}`)) as Error).message).toMatch(/^[^\n]{1,150}…"$/);
  });

  test.each([
    [
      { 'lstm.weight_ih_l0': [], 'gru.weight_hh_l0': [] },
      'gru.weight_hh_l0: expected the same prefix as lstm.weight_ih_l0, found gru.weight_hh_l0',
    ],
    [{ 'a.weight_ih_l1': [] }, 'a.weight_ih_l1: expected one layer, one direction, found weight_ih_l1'],
  ])('names with prefixes: %j', (parameters, message) => {
    expect(refusal(modelWith('parameters', parameters))).toEqual(
      new ModelFileError(`model.json: parameters.${message}`),
    );
  });
});

describe('a file is read', () => {
  test('whole', () => expect(read(JSON.stringify(rightModel))).toEqual(rightModel));

  test.each(['lstm.', 'model.encoder.'])('with the prefix %s, which is dropped', (prefix) => {
    const renamed = Object.entries(rightModel.parameters).map(([name, array]) => [prefix + name, array]);
    expect(read(modelWith('parameters', Object.fromEntries(renamed)))).toEqual(rightModel);
  });

  test('without what may be left out', () => {
    const { weight_ih_l0, weight_hh_l0, bias_hh_l0 } = rightModel.parameters;
    const { initial: _initial, readout: _readout, ...rest } = rightModel;
    const model = { ...rest, parameters: { weight_ih_l0, weight_hh_l0, bias_hh_l0 } };
    const loss = { kind: 'cce', at: 'last', targets: [null, null, [1]] };
    expect(read(JSON.stringify({ ...model, loss }))).toMatchObject({ ...model, initial: {}, loss });
  });

  test('with rows of targets that nothing is compared with, whatever they hold', () => {
    expect(read(modelWith('loss targets 1', ['x', 'y', 'z']))).toEqual(rightModel);
  });

  test('with a byte order mark', () => expect(read(`\uFEFF${JSON.stringify(rightModel)}`)).toEqual(rightModel));
});
