import { expect, test } from 'vitest';
import { csvText } from './csv.ts';
import { fileName } from './file-name.ts';

test('numbers keep every digit and their sign, and no word is computed by a spreadsheet', () => {
  const text = csvText([
    ['t', 'forget gate', '=1+1', '-x', '@y', '+z'],
    [1, -0.30000000000000004, -0, 5e-324, 'a "b"', 'c, d'],
  ]);
  expect(text).toBe(`\uFEFFt,forget gate,'=1+1,'-x,'@y,'+z\r\n1,-0.30000000000000004,-0,5e-324,"a ""b""","c, d"\r\n`);
});

test('a file is called after where the walk stands and what is in it, in any language', () => {
  expect(fileName('lstm-forward_forget-gate_t2', 'Gates over time', 'SVG')).toBe(
    'lstm-forward_forget-gate_t2_gates-over-time.svg',
  );
  expect(fileName('lstm-forward', 't = 3 的数值与梯度', 'CSV')).toBe('lstm-forward_t-3-的数值与梯度.csv');
  expect(fileName('../a/b:c', '“x” <y>?', 'PNG')).toBe('a-b-c_x-y.png');
});
