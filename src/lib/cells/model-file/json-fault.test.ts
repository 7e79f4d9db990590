import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstJsonFault } from './json-fault.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const fragment = fc.constantFrom(
  ...'[]{},:"\\ \n\t0-.e',
  '1',
  'true',
  'null',
  '"a"',
  '"\\u00e9"',
  'NaN',
  '☃',
  '01',
  '1e5',
);

test('it finds a fault exactly where JSON.parse does', () => {
  const faultless = (text: string) => void expect(firstJsonFault(text) === undefined).toBe(isJson(text));
  fc.assert(fc.property(fc.json(), faultless));
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 12 }), (parts) => faultless(parts.join(''))),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(fc.json(), fc.nat(40), fragment, (json, at, part) =>
      faultless(json.slice(0, at) + part + json.slice(at)),
    ),
  );
});

test('it counts lines and columns from 1', () => {
  const fault = { line: 3, column: 3, place: 'a[1].b', expected: 'a value', found: '"]"' };
  expect(firstJsonFault('{"a":[0,\r\n{"b":\r\n  ]}')).toEqual(fault);
});

test('lists within lists, however deep, are no reason to fail', () => {
  const fault = firstJsonFault('['.repeat(100_000))!;
  expect(fault).toMatchObject({ line: 1, column: 100_001 });
  expect(fault.place.length).toBeLessThan(120);
});
