import { expect, test } from 'vitest';
import { modelWith, rightModel } from '#lib/cells/model-file/faulty-files.ts';
import { largestFile, readFile } from './read-file.ts';
import { stateFileText } from './state-file.ts';

const right = JSON.stringify(rightModel);
const read = (content: BlobPart, name = 'lstm.json') => readFile(new File([content], name));
const row = rightModel.inputs[0];

test('a model is read, and what only the eye needs is left out', async () => {
  expect(await read(JSON.stringify(rightModel, null, 2))).toEqual({ model: right });
});

test('a prefix of PyTorch’s names may hold what it likes', async () => {
  const prefixed = right.replaceAll('"weight_', '"my model.weight_').replaceAll('"bias_', '"my model.bias_');
  expect(await read(prefixed)).toHaveProperty('model');
});

test('text as a shell on Windows writes it is text', async () => {
  const utf16 = new Uint16Array([0xfeff, ...[...right].map((letter) => letter.charCodeAt(0))]);
  expect(await read(utf16)).toEqual({ model: right });
  expect(await read(`\ufeff${right}\r\n`)).toEqual({ model: right });
});

test('a state is read as it was saved', async () => {
  const saved = { lesson: 'lstm-forward', state: { at: 'forward:loss', set: 'W.f[0][1]:-0' } };
  expect(await read(stateFileText(saved))).toEqual({ state: saved });
});

const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const zip = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 8, 8]);

test.each<[what: string, content: BlobPart, says: string, detail?: string]>([
  ['an empty file', '', 'empty'],
  ['a file of blanks', ' \n\ufeff', 'empty'],
  ['a picture', picture, 'notText'],
  ['a .pt file', zip, 'notText'],
  ['a file too large', ' '.repeat(largestFile + 1), 'large'],
  ['a broken text', '{"cell": "lst', 'notJson', 'line 1, column 10 (in cell): expected a value, found a broken string'],
  ['a text without end', `"${'a'.repeat(largestFile - 2)}`, 'notJson'],
  ['a hundred thousand brackets', '['.repeat(100_000), 'notJson'],
  ['a closed nest of them', '['.repeat(1e5) + ']'.repeat(1e5), 'notModel'],
  [
    'a wrong shape',
    modelWith('parameters weight_hh_l0', [[0.2]]),
    'notModel',
    'parameters.weight_hh_l0: expected 4×1 (4·hiddenSize × hiddenSize), found 1×1',
  ],
  [
    'a second layer',
    modelWith('parameters weight_ih_l1', []),
    'notModel',
    'parameters.weight_ih_l1: expected one layer, one direction, found weight_ih_l1',
  ],
  [
    'a state_dict alone',
    JSON.stringify(rightModel.parameters),
    'notModel',
    'weight_ih_l0: expected a model file with the state_dict under "parameters" (trace --help shows one), found a bare state_dict',
  ],
  [
    'a state of another version',
    '{"gatewalk":2,"lesson":"x","state":{}}',
    'notState',
    'gatewalk: expected version 1, found 2',
  ],
  [
    'a state that is none',
    '{"gatewalk":1,"lesson":"x","state":{"at":3}}',
    'notState',
    'state.at: expected a text, found 3',
  ],
  [
    'a long sequence',
    JSON.stringify({
      ...rightModel,
      inputs: Array(257).fill(row),
      loss: { kind: 'mse', at: [1], targets: [[1, 0], ...Array<null>(256).fill(null)] },
    }),
    'timesteps',
  ],
  [
    'many parameters',
    JSON.stringify({
      ...rightModel,
      readout: { weight: Array(20_001).fill([0]) },
      loss: { kind: 'mse', at: [1], targets: [Array(20_001).fill(0), null, null] },
    }),
    'parameters',
  ],
])('%s is refused in words', async (_, content, says, detail) => {
  expect(await read(content)).toMatchObject({ problem: { says, ...(detail && { detail }) } });
});

test('what cannot be read at all, such as a folder, is said to be so', async () => {
  const gone = { name: 'gone', size: 1, arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) };
  expect(await readFile(gone)).toMatchObject({ problem: { says: 'unread' } });
});
