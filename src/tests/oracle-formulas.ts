/** The cells as other libraries' arithmetic would compute them, written down a second time and from the papers. */

/** Column vectors and matrices of some library. */
export interface Algebra<Matrix> {
  times(W: Matrix, x: Matrix): Matrix;
  plus(a: Matrix, b: Matrix): Matrix;
  elementwise(a: Matrix, b: Matrix): Matrix;
  sigmoid(a: Matrix): Matrix;
  tanh(a: Matrix): Matrix;
  oneMinus(a: Matrix): Matrix;
}

export interface Timestep<Matrix> {
  readonly x: Matrix;
  /** A parameter by its id. */
  readonly of: (id: string) => Matrix;
  /** A state one timestep earlier, by its step id. */
  readonly before: (id: string) => Matrix;
  /** Notes a value down under its step id; use what it returns. */
  readonly note: (id: string, value: Matrix) => Matrix;
}

type Formula = <Matrix>(algebra: Algebra<Matrix>, timestep: Timestep<Matrix>) => void;

const rnn: Formula = ({ times, plus, tanh }, { x, of, before, note }) => {
  const sum = plus(plus(times(of('W.h'), x), times(of('U.h'), before('hidden.state'))), of('b.h'));
  note('hidden.state', tanh(note('hidden.preactivation', sum)));
};

const lstm: Formula = ({ times, plus, elementwise, sigmoid, tanh }, { x, of, before, note }) => {
  const gate = (letter: string, id: string) => {
    const sum = plus(times(of(`W.${letter}`), x), times(of(`U.${letter}`), before('hidden.state')));
    return note(id, plus(sum, of(`b.${letter}`)));
  };
  const forget = note('forget.gate', sigmoid(gate('f', 'forget.preactivation')));
  const input = note('input.gate', sigmoid(gate('i', 'input.preactivation')));
  const candidate = note('candidate', tanh(gate('c', 'candidate.preactivation')));
  const output = note('output.gate', sigmoid(gate('o', 'output.preactivation')));
  const kept = note('cell.kept', elementwise(forget, before('cell.state')));
  const written = note('cell.written', elementwise(input, candidate));
  const state = note('cell.state', plus(kept, written));
  note('hidden.state', elementwise(output, note('cell.squashed', tanh(state))));
};

const gru: Formula = ({ times, plus, elementwise, sigmoid, tanh, oneMinus }, { x, of, before, note }) => {
  const h = before('hidden.state');
  const fromInput = (letter: string) => plus(times(of(`W.${letter}`), x), of(`b.${letter}`));
  const fromPast = (letter: string) => plus(times(of(`U.${letter}`), h), of(`d.${letter}`));
  const reset = note('reset.gate', sigmoid(note('reset.preactivation', plus(fromInput('r'), fromPast('r')))));
  const update = note('update.gate', sigmoid(note('update.preactivation', plus(fromInput('z'), fromPast('z')))));
  const muted = note('candidate.reset', elementwise(reset, note('candidate.recurrent', fromPast('n'))));
  const sum = note('candidate.preactivation', plus(note('candidate.input', fromInput('n')), muted));
  const candidate = note('candidate', tanh(sum));
  const written = note('hidden.written', elementwise(note('update.complement', oneMinus(update)), candidate));
  note('hidden.state', plus(written, note('hidden.kept', elementwise(update, h))));
};

export const formulas: Readonly<Record<string, Formula>> = { rnn, lstm, gru };
