/** A cell that PyTorch has, too: its own module with our weights loaded, a linear readout, the loss. */
import { torchArrays, torchNames, parameterOf } from '#lib/cells/torch-arrays.ts';
import { range } from '#lib/engine/instances.ts';
import { contextOf, type Equation } from '#lib/engine/equations.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Comments } from './comments.ts';
import { arrayLiteral, bracketed } from './literal.ts';
import { givenOf } from './model-given.ts';
import { nameOf } from './names.ts';
import { forwardText } from './operation-text.ts';

/** Nothing can be held or left out inside PyTorch's module. */
export const isPacked = ({ cell, run: { program } }: NamedRun): boolean =>
  cell.torch !== undefined && program.held.length + program.dropped.length === 0;

export function packedLines(model: NamedRun, comments: Comments): string[] {
  const packing = new Packing(model);
  return [
    comments.say('parameters'),
    ...packing.parameters(comments),
    '',
    comments.say('rows'),
    ...packing.data(),
    '',
    ...packing.modules(comments),
    '',
    comments.say('forward'),
    ...packing.forward(),
    '',
    comments.say('autograd'),
    'loss.backward()',
    '',
    ...packing.results(),
  ];
}

class Packing {
  readonly #model: NamedRun;
  readonly #module: string;
  readonly #blocks: readonly string[];
  readonly #ids: ReadonlySet<string>;
  /** Where the loss looks, as rows. */
  readonly #rows: readonly number[];

  constructor(model: NamedRun) {
    this.#model = model;
    const { module, blocks } = model.cell.torch!;
    this.#module = module;
    this.#blocks = blocks;
    const given = givenOf(model);
    this.#ids = new Set(given.parameters.map(({ id }) => id));
    this.#rows = given.data.find(({ id }) => id === 'target')!.times.map((t) => t - 1);
  }

  parameters(comments: Comments): string[] {
    return [...this.#ids].flatMap((id) => [
      ...comments.storage(id),
      `${this.#nameOf(id)} = ${this.#rowsOf(id, [0], this.#model.shape(id))}`,
    ]);
  }

  data(): string[] {
    const { timesteps } = this.#model.run.program;
    const times = range(1, timesteps);
    return [
      `x = ${this.#table('input', times, true)}`,
      `target = ${this.#table(
        'target',
        this.#rows.map((row) => row + 1),
        false,
      )}`,
      ...this.#states().map(({ name, id }) => `${name} = ${this.#table(id, [0], true)}`),
    ];
  }

  modules(comments: Comments): string[] {
    const [rows, columns] = this.#model.shape(this.#arrays()[0].parameters[0]);
    const arrays = this.#arrays().map(({ name, parameters, isZero }) =>
      isZero
        ? `    cell.${name}.zero_()  ${comments.say('secondBias')}`
        : `    cell.${name}.copy_(${this.#joined(parameters)})`,
    );
    return [
      `cell = nn.${this.#module}(${columns}, ${rows})`,
      ...this.#readout((outputs, hidden) => [`readout = nn.Linear(${hidden}, ${outputs})`]),
      'with torch.no_grad():',
      ...(this.#blocks.length > 1 ? [`    ${comments.say('order')}`] : []),
      ...arrays,
      ...this.#readout(() => [
        `    readout.weight.copy_(${this.#nameOf('W.y')})`,
        `    readout.bias.copy_(${this.#nameOf('b.y')})`,
      ]),
    ];
  }

  forward(): string[] {
    const states = this.#states().map(({ name }) => name);
    const initial = states.length === 1 ? states[0] : `(${states.join(', ')})`;
    const output = this.#hasReadout() ? 'output' : 'hidden_state';
    const all = this.#rows.length === this.#model.run.program.timesteps;
    const compared = all ? output : `${output}[[${this.#rows.join(', ')}]]`;
    return [
      `hidden_state, _ = cell(x, ${initial})`,
      ...this.#readout(() => ['output = readout(hidden_state)']),
      `loss = ${this.#loss(compared)}`,
    ];
  }

  results(): string[] {
    const gates = this.#arrays().flatMap(({ name, parameters, isZero }) => {
      if (isZero) return [];
      const names = bracketed(
        '[',
        parameters.map((id) => `"${this.#nameOf(id)}"`),
        ']',
      );
      return [
        `for name, rows in zip(${names}, cell.${name}.grad.chunk(${parameters.length})):`,
        '    print(f"d_{name} =", rows.tolist())',
      ];
    });
    return [
      'print("loss =", loss.tolist())',
      ...gates,
      ...this.#readout(() => [
        `print("d_${this.#nameOf('W.y')} =", readout.weight.grad.tolist())`,
        `print("d_${this.#nameOf('b.y')} =", readout.bias.grad.tolist())`,
      ]),
      ...this.#states().map(({ name, id }) => `print("d_${this.#nameOf(id)}_0 =", ${name}.grad[0].tolist())`),
      'for t, row in enumerate(x.grad, start=1):',
      '    print(f"d_input_{t} =", row.tolist())',
    ];
  }

  /** PyTorch's losses give for all rows at once what the model finds row by row and then adds up, or takes the mean of. */
  #loss(compared: string): string {
    const term = this.#model.run.program.graph.values.get('loss.term')!.equation as Equation;
    const x = [compared, 'target'];
    return forwardText(term.operation, 'pytorch', x, { ...contextOf(term), list: `[${x.join(', ')}]`, count: 2 });
  }

  /** PyTorch's four arrays, each with our parameters of which it is stacked. */
  #arrays() {
    const seen = new Set<string>();
    return torchNames.map((name) => {
      const parameters = this.#blocks.map((letter) => parameterOf(name, letter, this.#ids));
      const isZero = parameters.every((id) => seen.has(id));
      parameters.forEach((id) => seen.add(id));
      return { name, parameters, isZero, isMatrix: torchArrays[name].columns !== undefined };
    });
  }

  /** As PyTorch wants them: the hidden state first. */
  #states() {
    const { h, ...others } = this.#model.cell.states;
    return Object.entries({ h, ...others }).map(([letter, id]) => ({ name: `${letter}_0`, id }));
  }

  #joined(parameters: readonly string[]): string {
    const names = parameters.map((id) => this.#nameOf(id));
    return names.length === 1 ? names[0] : `torch.cat([${names.join(', ')}])`;
  }

  #nameOf = (id: string): string => nameOf(this.#model, id);

  #hasReadout = (): boolean => this.#ids.has('W.y');

  #readout(lines: (outputs: number, hidden: number) => string[]): string[] {
    if (!this.#hasReadout()) return [];
    const [outputs, hidden] = this.#model.shape('W.y');
    return lines(outputs, hidden);
  }

  /** One row per timestep. */
  #table = (id: string, times: readonly number[], isLeaf: boolean): string =>
    this.#rowsOf(id, times, [times.length, ...this.#model.shape(id)], isLeaf);

  #rowsOf(id: string, times: readonly number[], shape: readonly number[], isLeaf = false): string {
    const numbers = times.flatMap((t) => [...this.#model.run.value(id as 'W.f', t)]);
    return arrayLiteral('pytorch', shape, Float64Array.from(numbers), isLeaf);
  }
}
