/** The simple recurrent network (Elman 1990). */
import { apply, equation } from '#lib/engine/equations.ts';
import { defineEquations } from '../cell.ts';

const { affine, tanh } = apply;

export const equations = defineEquations({
  states: { h: 'hidden.state' },
  equations({ x, prev, W, U, b }) {
    // h_t = tanh(W_x x_t + W_h h_{t−1} + b)
    const a = equation('hidden.preactivation', affine(W('h'), x, U('h'), prev.h, b('h')));
    return { h: equation('hidden.state', tanh(a)) };
  },
});
