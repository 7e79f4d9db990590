/**
 * The long short-term memory cell (Hochreiter and Schmidhuber 1997, with the forget gate of Gers, Schmidhuber and
 * Cummins 2000), one bias per gate.
 */
import { apply, equation } from '#lib/engine/equations.ts';
import { defineEquations } from '../cell.ts';

const { affine, sigmoid, tanh, multiply, add } = apply;

export const equations = defineEquations({
  states: { c: 'cell.state', h: 'hidden.state' },
  equations({ x, prev, W, U, b }) {
    // f_t = σ(W_xf x_t + W_hf h_{t−1} + b_f)
    const aF = equation('forget.preactivation', affine(W('f'), x, U('f'), prev.h, b('f')));
    const f = equation('forget.gate', sigmoid(aF));
    // i_t = σ(W_xi x_t + W_hi h_{t−1} + b_i)
    const aI = equation('input.preactivation', affine(W('i'), x, U('i'), prev.h, b('i')));
    const i = equation('input.gate', sigmoid(aI));
    // c̃_t = tanh(W_xc x_t + W_hc h_{t−1} + b_c)
    const aC = equation('candidate.preactivation', affine(W('c'), x, U('c'), prev.h, b('c')));
    const candidate = equation('candidate', tanh(aC));
    // c_t = f_t ⊙ c_{t−1} + i_t ⊙ c̃_t
    const kept = equation('cell.kept', multiply(f, prev.c));
    const written = equation('cell.written', multiply(i, candidate));
    const c = equation('cell.state', add(kept, written));
    // o_t = σ(W_xo x_t + W_ho h_{t−1} + b_o)
    const aO = equation('output.preactivation', affine(W('o'), x, U('o'), prev.h, b('o')));
    const o = equation('output.gate', sigmoid(aO));
    // h_t = o_t ⊙ tanh(c_t)
    const squashed = equation('cell.squashed', tanh(c));
    const h = equation('hidden.state', multiply(o, squashed));
    return { c, h };
  },
});
