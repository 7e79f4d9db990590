import type { Point } from '#lib/cells/diagram.ts';
import { crossAt } from '../drawing/cuts.ts';
import type { Fill } from '../drawing/fill.ts';
import { idOf } from './edges.ts';
import { headOf, pathOf, type Polyline } from './geometry.ts';
import type { Layout } from './layout.ts';
import type { EdgeState } from './states.ts';
import type { View } from './view.ts';

export interface EdgeDrawing {
  readonly key: string;
  readonly path: string;
  readonly head: string | null;
  readonly state: EdgeState;
  readonly fill: Fill;
  /** Where a term of the gradient is left out. */
  readonly cross: string | null;
}

interface Wire {
  readonly key: string;
  /** Whose value it carries. */
  readonly id: string;
  readonly points: Polyline;
  readonly state: EdgeState;
  readonly under?: readonly Point[];
  /** A trunk ends at its fork, where the line goes on: its arrow head stands further along. */
  readonly part: 'trunk' | 'branch' | 'result';
}

export function edgeDrawings({ layout, states, subject, isBackward }: View): EdgeDrawing[] {
  const wires: Wire[] = [
    ...[...layout.trunks].map(([source, points]): Wire => ({
      key: `${source} trunk`,
      id: idOf(source),
      points,
      state: states.trunk(source),
      part: 'trunk',
    })),
    ...layout.edges.map((edge): Wire => ({
      ...edge,
      key: edge.id,
      id: idOf(edge.source),
      state: states.edge(edge),
      part: 'branch',
    })),
    ...[...layout.results].map(([id, points]): Wire => ({
      key: `${id} result`,
      id,
      points,
      state: states.result(id),
      part: 'result',
    })),
  ];
  return wires.map((wire) => drawn(wire, subject.fillOf(wire.id), isBackward));
}

function drawn({ key, points, state, under, part }: Wire, fill: Fill, isBackward: boolean): EdgeDrawing {
  const isFlow = state === 'lit' || state === 'result';
  const directed = isBackward ? points.toReversed() : points;
  const isClosed = state === 'cut' || state === 'given';
  const wantsHead = !isClosed && (isBackward ? state !== 'later' : part === 'branch' || (part === 'result' && isFlow));
  return {
    key,
    path: pathOf(directed, isFlow ? [] : under),
    head: wantsHead ? headOf(directed, isFlow ? 1.35 : 1) : null,
    state,
    fill,
    cross: state === 'cut' ? crossAt(...nearEnd(points)) : null,
  };
}

const fromEnd = 14;

/** Near the end of a line, where it runs by itself, away from what stands there; in the middle of a short last part. */
export function nearEnd(points: Polyline): Point {
  const [[bx, by], [ex, ey]] = points.slice(-2);
  const length = Math.hypot(ex - bx, ey - by);
  const share = Math.min(fromEnd, length / 2) / length;
  return [ex + (bx - ex) * share, ey + (by - ey) * share];
}

/** Where a line of a source ends on the straight part of another of the same source: the two part there. */
export function jointsOf({ edges, forks }: Layout): Point[] {
  const isFork = ([x, y]: Point): boolean => forks.some(([, at]) => at[0] === x && at[1] === y);
  const turns = edges.flatMap(({ source, points }) =>
    points.slice(1, -1).map((corner) => ({ source, corner: corner as Point })),
  );
  const parting = turns.filter(({ source, corner }) =>
    edges.some((edge) => edge.source === source && isInside(corner, edge.points)),
  );
  const places = new Map(parting.map(({ corner }) => [corner.join(' '), corner]));
  return [...places.values()].filter((corner) => !isFork(corner));
}

const isInside = ([x, y]: Point, line: Polyline): boolean =>
  line.slice(1).some(([bx, by], index) => {
    const [ax, ay] = line[index];
    const isLevel = ay === y && by === y && x > Math.min(ax, bx) && x < Math.max(ax, bx);
    const isUpright = ax === x && bx === x && y > Math.min(ay, by) && y < Math.max(ay, by);
    return isLevel || isUpright;
  });
