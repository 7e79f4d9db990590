import { describe, expect, it } from 'vitest';
import { apply, data, equation, graph } from './equations.ts';
import { agrees, checkGradient } from './gradient-check.ts';
import { compile } from './program.ts';
import { Run } from './run.ts';

const at = { id: 'x', t: 0, sample: 0 };

/** loss = x², whose slope central differences find exactly. */
function squared(x: number) {
  const number = data('x', 'once', []);
  const run = new Run(compile(graph(equation('loss', apply.multiply(number, number)))));
  run.value('x')[0] = x;
  return run.forward().backward();
}

const check = (analytic: number, numeric: number) => ({ analytic, numeric, above: 0, below: 0, relativeError: 0 });

describe('a gradient check', () => {
  it('shows both losses, the slope between them, and how far the gradient is from it', () => {
    const found = checkGradient(squared(3), at, 0, 0.5);
    expect(found).toEqual({ analytic: 6, above: 12.25, below: 6.25, numeric: 6, relativeError: 0 });
  });

  it('is relative to the larger of the two', () => {
    const run = squared(3);
    run.gradient('x')[0] = 8;
    expect(checkGradient(run, at, 0, 0.5).relativeError).toBe(0.25);
  });

  it('finds no error where both are zero', () => {
    expect(checkGradient(squared(0), at, 0).relativeError).toBe(0);
  });

  it('leaves the run as it was', () => {
    const run = squared(3);
    checkGradient(run, at, 0);
    expect([run.value('x')[0], run.loss, run.gradient('x')[0]]).toEqual([3, 9, 6]);
  });
});

describe('a gradient agrees', () => {
  it('within a millionth of the larger, and 1e-8', () => {
    expect(agrees(check(1, 1 + 0.9e-6))).toBe(true);
    expect(agrees(check(1, 1 + 1.1e-6))).toBe(false);
    expect(agrees(check(0, 0.9e-8))).toBe(true);
    expect(agrees(check(0, 1.1e-8))).toBe(false);
    expect(agrees(check(-1, 1))).toBe(false);
  });

  it('with nothing that is not a number', () => {
    expect(agrees(check(NaN, 0))).toBe(false);
    expect(agrees(check(0, NaN))).toBe(false);
  });
});
