import { expect, test } from 'vitest';
import { linkEnd, linkQuery, longLink, placeWith, readLink } from './link.ts';

const at = (search: string, hash = '') => ({ search, hash });
const state = { at: 'forward:forget.gate@2', set: 'W.f[0][1]:1e+21', drop: 'grad:cell.state@2<cell.kept@3' };

test('what is written is read back, signs and all', () => {
  expect(readLink(at(linkQuery(state)))).toEqual(state);
});

test('a link can be read by a person', () => {
  expect(linkQuery({ at: 'a:b@1', set: 'W.f[0][1]:1;b.f[0]:2' })).toBe('?at=a:b@1&set=W.f[0][1]:1;b.f[0]:2');
});

test.each(['?set=W.f[0][1]:1e+21', '?set=W.f%5B0%5D%5B1%5D%3A1e%2B21', '?%73et=W.f[0]%5b1]:1e+21'])(
  '%s is one of the spellings of the same',
  (search) => expect(readLink(at(search))).toEqual({ set: 'W.f[0][1]:1e+21' }),
);

test.each(['?at=50%', '?%zz=%E0%A4%A', '?&&==&=', '?at', '?__proto__=1&__proto__=2', '?\u0000=\uffff', '?'])(
  '%j is read without complaint, and changes nothing else',
  (search) => {
    expect(Object.values(readLink(at(search))).every((text) => typeof text === 'string')).toBe(true);
    expect(({} as Record<string, unknown>).at).toBeUndefined();
  },
);

test('half of a character, which no link can hold, is replaced', () => {
  expect(readLink(at(linkQuery({ at: 'a\ud800' })))).toEqual({ at: 'a\ufffd' });
});

test('in the single file the state ends the address behind the #', () => {
  const location = { pathname: '/home/gatewalk.html', ...at('', '#/en/lstm-forward?at=old') };
  expect(placeWith(linkEnd({ at: 'new' }, location), location)).toBe('#/en/lstm-forward?at=new');
  expect(readLink(location)).toEqual({ at: 'old' });
});

test('a heading that is linked to stays linked to', () => {
  const location = { pathname: '/en/lstm-forward/', ...at('?at=old', '#the-door') };
  expect(placeWith('?at=new', location)).toBe('/en/lstm-forward/?at=new#the-door');
});

test('a state too long for a server is not sent to it, and read all the same', () => {
  const long = { model: '1,'.repeat(longLink) };
  const end = linkEnd(long, at('', ''));
  expect(end).toMatch(/^#\?model=/);
  expect(placeWith(end, { pathname: '/en/x/', hash: '#heading' })).toBe(`/en/x/${end}`);
  expect(placeWith('?at=new', { pathname: '/en/x/', hash: end })).toBe('/en/x/?at=new');
  expect(readLink({ search: '', hash: end })).toEqual(long);
});
