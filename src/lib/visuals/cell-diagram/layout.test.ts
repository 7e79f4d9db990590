import { describe, expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import type { Point } from '#lib/cells/diagram.ts';
import { cells } from '#lib/cells/registry.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { chipSize } from '../drawing/chip-size.ts';
import { edgesOf } from './edges.ts';
import { layoutOf, type Layout } from './layout.ts';

interface Box {
  readonly name: string;
  readonly at: Point;
  readonly half: Point;
}

/** @param outputs null: no readout, the loss looks at H */
const graphOf = (cell: Cell, hiddenSize: number, outputs: number | null = 1) =>
  sequenceModel(cell, { inputSize: 2, hiddenSize, outputSize: outputs ?? undefined }, { kind: 'mse', at: 'all' });

function boxesOf({ nodes, chips, pile }: Layout): Box[] {
  return [
    ...nodes.map(({ id, at, extent }): Box => ({ name: `node ${id}`, at, half: extent })),
    ...[...chips, ...pile].map(([source, { chip, count }]): Box => {
      const { width, height } = chipSize(count);
      return { name: `chip ${source}`, at: chip, half: [width / 2, height / 2] };
    }),
  ];
}

const overlap = (a: Box, b: Box): boolean =>
  [0, 1].every((axis) => Math.abs(a.at[axis] - b.at[axis]) < a.half[axis] + b.half[axis]);

describe.each(Object.values<Cell>(cells))('the drawing of $id', (cell) => {
  const graph = graphOf(cell, 2);
  const { diagram, quantities } = cell;
  const own = Object.keys(quantities);
  const edges = edgesOf(cell, graph);
  const ids = edges.map(({ id }) => id);

  test('has a node for every step, and none besides', () => {
    expect(Object.keys(diagram.nodes).toSorted()).toEqual(own.toSorted());
  });

  test('joins every operand of every equation to it, and nothing else', () => {
    const wanted = own.flatMap((id) =>
      graph.values
        .get(id)!
        .equation!.operands.filter(({ role }) => role !== 'parameter')
        .map((operand) => `${operand.lag ? 'previous ' : ''}${operand.id} > ${id}`),
    );
    expect(edges.filter(({ exit }) => !exit).map(({ id }) => id)).toEqual(wanted);
  });

  test('lets every state out to the next timestep, and H to its readout', () => {
    const exits = ids.filter((id) => / > (next|readout)$/.test(id)).toSorted();
    const states = Object.values(cell.states).map((id) => `${id} > next`);
    expect(exits).toEqual([...states, 'hidden.state > readout'].toSorted());
  });

  test('says nothing of edges that the equations do not have', () => {
    for (const table of [diagram.routes, diagram.exits, diagram.factors, diagram.shares ?? {}]) {
      for (const id of Object.keys(table)) expect(ids).toContain(id);
    }
  });

  test('has a chip for everything that flows in, a way out for every state, and one to what reads H', () => {
    const sources = edges.map(({ source }) => source).filter((source) => !own.includes(source));
    expect(Object.keys(diagram.sources).toSorted()).toEqual([...new Set(sources)].toSorted());
    const { edges: placed, pile } = layoutOf(cell, graph);
    const ends = (exit: string): Point[] =>
      placed.filter((edge) => edge.exit === exit).map(({ points }) => points.at(-1)!);
    for (const [x] of ends('next')) expect(x).toBe(diagram.size[0]);
    const { chip, count } = pile.get('output')!;
    expect(ends('readout').map(([, y]) => Math.abs(y - chip[1]))).toEqual([chipSize(count).height / 2]);
  });

  test('draws only level and upright lines, of which several leave every fork', () => {
    const { edges: placed, trunks, results, forks } = layoutOf(cell, graph);
    for (const line of [...placed.map(({ points }) => points), ...trunks.values(), ...results.values()]) {
      const slanted = line
        .slice(1)
        .filter(([x, y], i) => Math.abs(x - line[i][0]) > 0.01 && Math.abs(y - line[i][1]) > 0.01);
      expect(slanted).toEqual([]);
    }
    for (const [source, at] of forks) {
      const leaving = placed.filter((edge) => edge.source === source && String(edge.points[0]) === String(at));
      expect(leaving.length, source).toBeGreaterThan(1);
    }
  });

  const sizes = [1, 2, 3, 4, 5, 8, 16, 32];
  const outputs = [null, 1, 2, 4, 10];
  test.each(sizes.flatMap((units) => outputs.map((read) => [units, read] as const)))(
    'of %s units, %s of them read out, lets no node or chip touch another, or the edge',
    (units, read) => {
      const layout = layoutOf(cell, graphOf(cell, units, read));
      const { width, height } = layout;
      const boxes = boxesOf(layout);
      const touching = boxes.flatMap((a, i) =>
        boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? `${a.name}, ${b.name}` : [])),
      );
      expect(touching).toEqual([]);
      const outside = boxes.filter(
        ({ at, half }) => at[0] < half[0] || at[1] < half[1] || at[0] + half[0] > width || at[1] + half[1] > height,
      );
      expect(outside.map(({ name }) => name)).toEqual([]);
    },
  );
});
