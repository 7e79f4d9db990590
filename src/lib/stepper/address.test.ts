import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concerns, formatAddress, parseAddress, views, type Address } from './address.ts';

const meaning = (text: string): Address => {
  const parsed = parseAddress(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.address;
};

const plain = { views: [], index: [] };

describe('reading an address', () => {
  test.each<[string, Address]>([
    ['forget.gate@2[0]', { ...plain, quantity: 'forget.gate', t: 2, index: [0] }],
    ['hidden.state@0', { ...plain, quantity: 'hidden.state', t: 0 }],
    ['W.f[0][1]', { ...plain, quantity: 'W.f', index: [0, 1] }],
    ['loss', { ...plain, quantity: 'loss' }],
    ['loss@2', { ...plain, quantity: 'loss.term', t: 2 }],
    ['input@2#3[1]', { ...plain, quantity: 'input', t: 2, sample: 3, index: [1] }],
    ['norm:grad:cell.state@3', { views: ['norm', 'grad'], quantity: 'cell.state', t: 3, index: [] }],
    ['next:W.f[0][1]', { views: ['next'], quantity: 'W.f', index: [0, 1] }],
    ['rnn/grad:hidden.state@1', { run: 'rnn', views: ['grad'], quantity: 'hidden.state', t: 1, index: [] }],
    ['rate-0.1/loss', { ...plain, run: 'rate-0.1', quantity: 'loss' }],
    [
      'grad:cell.state@3[1]<cell.kept@4',
      { views: ['grad'], quantity: 'cell.state', t: 3, index: [1], user: { quantity: 'cell.kept', t: 4 } },
    ],
    [
      'grad:output@3<loss@3#1',
      { views: ['grad'], quantity: 'output', t: 3, index: [], user: { quantity: 'loss.term', t: 3, sample: 1 } },
    ],
  ])('%s is understood, and written the same way', (text, address) => {
    expect(meaning(text)).toEqual(address);
    expect(formatAddress(address)).toBe(text);
  });

  test.each([
    ['', 'Character 1: expected a quantity, such as forget.gate, found the end.'],
    ['forget.gate@', 'Character 13: expected a timestep (0, 1, 2 …), found the end.'],
    ['forget.gate@x', 'Character 13: expected a timestep (0, 1, 2 …), found “x”.'],
    ['forget.gate@-1', 'Character 13: expected a timestep (0, 1, 2 …), found “-1”.'],
    ['forget.gate@01', 'Character 13: expected a timestep (0, 1, 2 …), found “01”.'],
    ['forget.gate@99999999999999999', 'Character 13: expected a timestep (0, 1, 2 …), found “99999999999999999”.'],
    ['forget.gate@1.5', 'Character 14: expected the end, found “.5”.'],
    ['forget.gate@2#', 'Character 15: expected a sample (0, 1, 2 …), found the end.'],
    ['forget.gate@2[a]', 'Character 15: expected a unit (0, 1, 2 …), found “a]”.'],
    ['forget.gate@2[0', 'Character 16: expected “]”, found the end.'],
    ['W.f[0,1]', 'Character 6: expected “]”, found “,1]”.'],
    ['forget.gate[0]@2', 'Character 15: expected the end, found “@2”.'],
    ['forget..gate', 'Character 7: expected the end, found “..gate”.'],
    ['gard:W.f', 'Character 1: expected a quantity or one of grad: next: nudged: norm:, found “gard:W.f”.'],
    ['grad:W.f<', 'Character 10: expected a quantity, such as forget.gate, found the end.'],
    ['grad:W.f<grad:W.f', 'Character 14: expected the end, found “:W.f”.'],
    ['a/b/loss', 'Character 4: expected the end, found “/loss”.'],
    [' loss', 'Character 1: expected a quantity, such as forget.gate, found “ loss”.'],
    ['loss\n', 'Character 5: expected the end, found “\n”.'],
  ])('%j is refused at its place', (text, problem) => {
    expect(parseAddress(text)).toEqual({ problem });
  });

  test('nothing that a visitor types makes it throw', () => {
    const typed = fc.array(fc.constantFrom(...'@#[]<>:/.-0123ab', 'grad:', 'loss', 'W.f', '☃'), { maxLength: 12 });
    fc.assert(fc.property(typed, (parts) => parseAddress(parts.join('')) !== undefined));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parseAddress(text) !== undefined));
  });
});

const whole = fc.oneof(fc.nat(20), fc.maxSafeNat());
const spot = fc
  .record(
    {
      quantity: fc.oneof(
        fc.constantFrom('loss', 'loss.term', 'W.f', 'gamma.1'),
        fc.stringMatching(/^[A-Za-z][\w-]*(\.[A-Za-z0-9][\w-]*){0,2}$/),
      ),
      t: whole,
      sample: whole,
    },
    { requiredKeys: ['quantity'] },
  )
  // Read as the loss of one timestep, which has a name of its own.
  .filter(({ quantity, t }) => !(quantity === 'loss' && t !== undefined));

const anyAddress: fc.Arbitrary<Address> = fc
  .tuple(
    spot,
    fc.record(
      {
        run: fc.stringMatching(/^[\w.-]+$/),
        views: fc.array(fc.constantFrom(...views), { maxLength: 3 }),
        index: fc.array(whole, { maxLength: 3 }),
        user: spot,
      },
      { requiredKeys: ['views', 'index'] },
    ),
  )
  .map(([quantity, rest]) => ({ ...quantity, ...rest }));

test('every address is read as what was written', () => {
  fc.assert(fc.property(anyAddress, (address) => void expect(meaning(formatAddress(address))).toEqual(address)));
});

test('every text that is understood is written the same way again', () => {
  const typed = fc.array(fc.constantFrom(...'@#[]<:/.0123ab', 'grad:', 'loss', 'loss.term', 'W.f'), { maxLength: 10 });
  fc.assert(
    fc.property(typed, (parts) => {
      const parsed = parseAddress(parts.join(''));
      if ('problem' in parsed) return;
      expect(formatAddress(parsed.address)).toBe(parts.join('').replace(/(?<![\w.-])loss\.term@/g, 'loss@'));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['forget.gate@2[0]', 'forget.gate@2[0]', true],
  ['forget.gate@2', 'forget.gate@2[1]', true],
  ['forget.gate', 'forget.gate@3[1]', true],
  ['W.f[0]', 'W.f[0][1]', true],
  ['forget.gate@2[0]', 'forget.gate@2[1]', false],
  ['forget.gate@2', 'forget.gate@3', false],
  ['forget.gate@2', 'grad:forget.gate@2', false],
  ['grad:cell.state@2', 'grad:cell.state@2<cell.kept@3', false],
  ['mirrored/cell.state@1', 'cell.state@1', false],
  ['?', 'cell.state@1', false],
])('whether %s concerns %s: %s', (one, other, does) => {
  expect(concerns(one, other)).toBe(does);
  expect(concerns(other, one)).toBe(does);
});
