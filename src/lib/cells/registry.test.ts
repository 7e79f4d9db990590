import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { compile } from '#lib/engine/program.ts';
import { Run } from '#lib/engine/run.ts';
import { apply, equation } from '#lib/engine/equations.ts';
import { sequenceModel, type States } from '#lib/engine/sequence-model.ts';
import { defineCell, defineEquations, type Cell, type Quantity } from './cell.ts';
import { defineDiagram, type Place } from './diagram.ts';
import { lstm } from './lstm/cell.ts';
import { nameOf } from './names.ts';
import { notations } from './notation.ts';
import { torchArrays } from './torch-arrays.ts';
import { cells } from './registry.ts';

const registered = Object.entries<Cell>(cells);
const languages = ['en', 'zh'] as const;

const graphOf = (cell: Cell) => sequenceModel(cell, { inputSize: 2, hiddenSize: 3 }, { kind: 'mse', at: 'all' });
const compiles = (tex: string) => katex.renderToString(tex, { throwOnError: true, strict: 'error' });

describe.each(registered)('%s', (key, cell) => {
  const { equations, parameters } = graphOf(cell);
  const steps = equations.map(({ id }) => id).filter((id) => !id.startsWith('loss'));
  const letters = [...new Set(parameters.map(({ id }) => id.slice(id.indexOf('.') + 1)))];

  it('is registered under its own id', () => expect(cell.id).toBe(key));

  it('describes every step it has, and nothing else', () => {
    expect(Object.keys(cell.quantities).toSorted()).toEqual(steps.toSorted());
  });

  it('describes them in the order of the steps', () => expect(Object.keys(cell.quantities)).toEqual(steps));

  it('names everything in every language', () => {
    const named = { cell, ...cell.quantities, ...cell.letters };
    const missing = Object.entries(named).flatMap(([id, { name }]) =>
      languages.filter((language) => !name[language]?.trim()).map((language) => `${id}: ${language}`),
    );
    expect(missing).toEqual([]);
  });

  it('has a symbol for every step that compiles with any time put in', () => {
    for (const [id, { symbol }] of Object.entries<Quantity>(cell.quantities)) {
      for (const tex of Object.values(symbol)) {
        expect(tex, id).toContain('@');
        for (const time of ['t', 't-1', '12']) compiles(tex.replaceAll('@', time));
      }
    }
  });

  it('gives no two steps the same symbol, name or badge', () => {
    const quantities = Object.values<Quantity>(cell.quantities);
    const namesOfAll = [
      ...Object.keys(cell.quantities),
      ...parameters.map(({ id }) => id),
      'input',
      'target',
      'output',
    ];
    const all = [
      ...languages.map((each) => quantities.map(({ name }) => name[each])),
      ...notations.flatMap((notation) => [
        namesOfAll.map((id) => nameOf(cell, id, notation).symbol),
        namesOfAll.flatMap((id) => nameOf(cell, id, notation).badge ?? []),
      ]),
    ];
    for (const texts of all) expect(texts).toEqual([...new Set(texts)]);
  });

  it('names the letters of all its parameters, and no others', () => {
    expect(Object.keys(cell.letters).toSorted()).toEqual(letters.toSorted());
    for (const { id } of parameters) for (const notation of notations) compiles(nameOf(cell, id, notation).symbol);
  });

  it('packs its letters in the order of Keras, each once', () => {
    if (cell.keras) expect(cell.keras.blocks.toSorted()).toEqual(letters.toSorted());
  });

  it('packs the parameters that have a place in PyTorch, each once', () => {
    if (!cell.torch) return;
    expect(cell.torch.blocks.toSorted()).toEqual(letters.toSorted());
    // A parameter without a place would silently stay 0 in every file that is read.
    const packable = Object.values(torchArrays).flatMap(({ families }) => families as readonly string[]);
    const model = sequenceModel<States, string>(cell, { inputSize: 1, hiddenSize: 1 }, { kind: 'mse', at: 'all' });
    expect(model.parameters.filter(({ id }) => !packable.includes(id.split('.')[0]))).toEqual([]);
  });

  it('places no share or derivative where several equations of the next timestep would have one each', () => {
    const { uses } = graphOf(cell);
    const { shares = {}, factors } = cell.diagram;
    const crowded = Object.entries({ shares, factors }).flatMap(([table, places]) =>
      Object.keys(places).flatMap((edge) => {
        const [source, exit] = edge.split(' > ');
        const readers = (uses.get(source) ?? []).filter(({ operand }) => operand.lag === 1).map(({ user }) => user.id);
        if (exit !== 'next' || readers.length < 2) return [];
        return `src/lib/cells/${key}/diagram.ts: take '${edge}' out of ${table}: it is one place, read by ${readers.join(', ')}`;
      }),
    );
    expect(crowded).toEqual([]);
  });

  it('hands on its states under the names of its equations', () => {
    for (const id of Object.values(cell.states)) expect(steps).toContain(id);
    expect(cell.states.h).toBe('hidden.state');
  });
});

describe('names in the types', () => {
  it('a mistyped step does not compile', () => {
    const model = sequenceModel(lstm, { inputSize: 1, hiddenSize: 1 }, { kind: 'mse', at: 'all' });
    const run = new Run(compile(model));
    expect(run.value('forget.gate', 1)).toHaveLength(1);
    // @ts-expect-error: forget.gate
    expect(() => run.value('forget.gte', 1)).toThrow('forget.gte: the model has no such value');
    // @ts-expect-error: forget.gate
    expect(() => run.gradient('forget.gte', 1)).toThrow('forget.gte: the model has no such value');
  });

  it('a description too few, too many or mistyped does not compile', () => {
    const equations = defineEquations({
      states: { h: 'hidden.state' },
      equations: ({ x, prev, W, U }) => {
        const a = equation('preactivation', apply.affine(W('h'), x, U('h'), prev.h));
        return { h: equation('hidden.state', apply.tanh(a)) };
      },
    });
    const quantity: Quantity = { name: { en: 'a', zh: 'a' }, symbol: { course: 'a_{@}' }, slot: 'hidden' };
    const place: Place = { at: [0, 0], chip: [0, 0], label: [0, 0, 'start'] };
    const blank = {
      size: [1, 1],
      rows: [],
      belts: [],
      cards: [],
      sources: {},
      routes: {},
      forks: {},
      exits: {},
      factors: {},
    } as const;
    const diagram = defineDiagram(equations, { ...blank, nodes: { preactivation: place, 'hidden.state': place } });
    // @ts-expect-error: hidden.state has no place
    defineDiagram(equations, { ...blank, nodes: { preactivation: place } });
    const rest = { id: 'tiny', name: quantity.name, letters: {}, diagram };
    const whole = { preactivation: quantity, 'hidden.state': quantity };
    defineCell(equations, { ...rest, quantities: whole });
    // @ts-expect-error: hidden.state is not described
    defineCell(equations, { ...rest, quantities: { preactivation: quantity } });
    // @ts-expect-error: there is no such step
    defineCell(equations, { ...rest, quantities: { ...whole, more: quantity } });
    // @ts-expect-error: a language is missing
    defineCell(equations, { ...rest, name: { en: 'tiny' }, quantities: whole });
    expect(Object.keys(whole)).toHaveLength(2);
  });
});
