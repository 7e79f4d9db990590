import { describe, expect, test } from 'vitest';
import { markChoice, markNumber, rightOptions, type Accepted } from './mark.ts';
import { addressesOf, type ChoiceQuestion, type NumberQuestion } from './question.ts';

const numbers: Readonly<Record<string, number>> = { f: 0.833, i: 0.167, o: 0.881, a: 1.61 };
const read = (address: string): number => numbers[address];

describe('a choice', () => {
  const between: ChoiceQuestion = {
    kind: 'choice',
    id: 'q',
    answer: 'f',
    options: [
      { id: 'shut', below: 0.2 },
      { id: 'half', above: 0.2, below: 'i' },
      { id: 'open', above: 'i' },
    ],
  };
  const extreme = (answer: string): ChoiceQuestion => ({
    kind: 'choice',
    id: 'q',
    answer,
    options: ['f', 'i', 'o'].map((id) => ({ id, value: id })),
  });

  test('is right where the number lies within the bounds, which may be numbers of the run', () => {
    expect(rightOptions(between, read)).toEqual(['open']);
    expect(markChoice(between, 'open', read)).toEqual({ right: true, feedback: 'open' });
    expect(markChoice(between, 'shut', read)).toEqual({ right: false, feedback: 'shut' });
  });

  test('of the largest, the smallest or a given one among the values', () => {
    expect(rightOptions(extreme('largest'), read)).toEqual(['o']);
    expect(rightOptions(extreme('smallest'), read)).toEqual(['i']);
    expect(rightOptions(extreme('f'), read)).toEqual(['f']);
  });

  test('follows the run: with other numbers another option is right', () => {
    expect(rightOptions(between, (address) => (address === 'f' ? 0.1 : read(address)))).toEqual(['shut']);
  });

  test('names every address it reads', () => {
    expect(addressesOf(between)).toEqual(['f', 'i', 'i']);
    expect(addressesOf(extreme('largest'))).toEqual(['f', 'i', 'o']);
  });
});

describe('a number', () => {
  const question: NumberQuestion = { kind: 'number', id: 'q', answer: 'f', mistakes: [{ id: 'before', value: 'a' }] };
  const shown: Readonly<Record<string, Accepted>> = {
    // The exact number is 0.8334; the figures shown lead to 0.8346.
    f: { exact: 0.8334, text: '0.833', from: 0.8334, to: 0.8346, half: 0.0005 },
    a: { exact: 1.61, text: '+1.610', from: 1.61, to: 1.61, half: 0.0005 },
    // Next to the answer, and yet a mistake of its own.
    b: { exact: 0.832, text: '0.832', from: 0.832, to: 0.832, half: 0.0005 },
  };

  test.each([
    ['0.833', 'right'],
    ['0.832', 'rounding'],
    ['0.836', 'rounding'],
    ['0.831', 'wrong'],
    ['0.837', 'wrong'],
    ['0.8334146', 'right'],
    ['-0.833', 'sign'],
    ['0.83', 'figures'],
    ['0.8', 'figures'],
    ['0.7', 'wrong'],
    ['1.61', 'before'],
    ['+1.610', 'before'],
    ['lots', 'unreadable'],
    ['1e999', 'unreadable'],
    ['-1e999', 'unreadable'],
    ['1e300/1e-300', 'unreadable'],
  ])('%s: %s', (text, feedback) => {
    const verdict = markNumber(question, text, (address) => shown[address]);
    expect(verdict).toMatchObject({ right: feedback === 'right', feedback });
    expect(verdict.moreDigits).toBe(feedback === 'rounding' ? '0.833' : undefined);
  });

  test.each(['0.834', '0.835', '0.83462'])(
    '%s follows from the figures shown: right, and more digits are told',
    (text) => {
      expect(markNumber(question, text, (address) => shown[address])).toEqual({
        right: true,
        feedback: 'right',
        moreDigits: '0.833',
      });
    },
  );

  test.each(['0', '-0.0', '1'])('%s says nothing of 0.833: it is wrong, not short of figures', (text) => {
    expect(markNumber(question, text, (address) => shown[address]).feedback).toBe('wrong');
  });

  test.each([
    ['-0.08', 'figures'],
    ['-0.1', 'wrong'],
    ['0', 'wrong'],
    ['-0.0', 'wrong'],
    ['-1/12', 'right'],
    ['1/12', 'sign'],
    ['-1/11', 'wrong'],
  ])('of −0.0833, %s: %s', (text, feedback) => {
    const small: Accepted = { exact: -0.0833, text: '−0.083', from: -0.0833, to: -0.0833, half: 0.0005 };
    expect(markNumber({ ...question, mistakes: [] }, text, () => small).feedback).toBe(feedback);
  });

  test('a mistake that somebody expected is not taken for rounding', () => {
    const expecting = { ...question, mistakes: [{ id: 'near', value: 'b' }] };
    expect(markNumber(expecting, '0.832', (address) => shown[address])).toEqual({ right: false, feedback: 'near' });
  });
});
