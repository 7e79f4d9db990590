/**
 * The gated recurrent unit (Cho and others 2014) in PyTorch's form: two biases, and the reset gate applied after the
 * recurrent product.
 */
import { apply, equation } from '#lib/engine/equations.ts';
import { defineEquations } from '../cell.ts';

const { affine, sigmoid, tanh, multiply, add, oneMinus } = apply;

export const equations = defineEquations({
  states: { h: 'hidden.state' },
  equations({ x, prev, W, U, b, d }) {
    // r_t = σ(W_xr x_t + b_r + W_hr h_{t−1} + d_r)
    const aR = equation('reset.preactivation', affine(W('r'), x, b('r'), U('r'), prev.h, d('r')));
    const r = equation('reset.gate', sigmoid(aR));
    // z_t = σ(W_xz x_t + b_z + W_hz h_{t−1} + d_z)
    const aZ = equation('update.preactivation', affine(W('z'), x, b('z'), U('z'), prev.h, d('z')));
    const z = equation('update.gate', sigmoid(aZ));
    // n_t = tanh(W_xn x_t + b_n + r_t ⊙ (W_hn h_{t−1} + d_n))
    const fromInput = equation('candidate.input', affine(W('n'), x, b('n')));
    const fromPast = equation('candidate.recurrent', affine(U('n'), prev.h, d('n')));
    const reset = equation('candidate.reset', multiply(r, fromPast));
    const candidate = equation('candidate', tanh(equation('candidate.preactivation', add(fromInput, reset))));
    // h_t = (1 − z_t) ⊙ n_t + z_t ⊙ h_{t−1}
    const complement = equation('update.complement', oneMinus(z));
    const written = equation('hidden.written', multiply(complement, candidate));
    const kept = equation('hidden.kept', multiply(z, prev.h));
    return { h: equation('hidden.state', add(written, kept)) };
  },
});
