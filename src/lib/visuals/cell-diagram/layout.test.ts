import { describe, expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import type { Point } from '#lib/cells/diagram.ts';
import { cells } from '#lib/cells/registry.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { chipSize } from '../drawing/chip-size.ts';
import { edgesOf } from './edges.ts';
import { layoutOf } from './layout.ts';

interface Box {
  readonly name: string;
  readonly at: Point;
  readonly half: Point;
}

const graphOf = (cell: Cell, hiddenSize: number) =>
  sequenceModel(cell, { inputSize: 2, hiddenSize, outputSize: 1 }, { kind: 'mse', at: 'all' });

function boxesOf(cell: Cell, hiddenSize: number): Box[] {
  const { nodes, chips } = layoutOf(cell, graphOf(cell, hiddenSize));
  return [
    ...nodes.map(({ id, at, extent }): Box => ({ name: `node ${id}`, at, half: extent })),
    ...[...chips].map(([source, { chip, count }]): Box => {
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

  test('has a chip for everything that flows in, and a way out of itself for every exit', () => {
    const sources = edges.map(({ source }) => source).filter((source) => !own.includes(source));
    expect(Object.keys(diagram.sources).toSorted()).toEqual([...new Set(sources)].toSorted());
    for (const { points, exit } of layoutOf(cell, graph).edges) {
      if (exit) expect(points.at(-1)![0]).toBe(diagram.size[0]);
    }
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

  test.each([1, 2, 3, 4, 5, 8, 16, 32])('of %d units lets no node or chip touch another, or the edge', (hiddenSize) => {
    const { width, height } = layoutOf(cell, graphOf(cell, hiddenSize));
    const boxes = boxesOf(cell, hiddenSize);
    const touching = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? `${a.name}, ${b.name}` : [])),
    );
    expect(touching).toEqual([]);
    const outside = boxes.filter(
      ({ at, half }) => at[0] < half[0] || at[1] < half[1] || at[0] + half[0] > width || at[1] + half[1] > height,
    );
    expect(outside.map(({ name }) => name)).toEqual([]);
  });
});
