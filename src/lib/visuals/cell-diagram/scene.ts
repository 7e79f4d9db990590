/** The drawing of a cell at a step, as data: pure, so that every step of every cell can be tested without a page. */
import type { Point } from '#lib/cells/diagram.ts';
import type { Step } from '#lib/engine/steps.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { holdsOn } from '#lib/engine/edits.ts';
import type { ChipDrawing } from '../drawing/chip-drawing.ts';
import type { Closed } from '../drawing/cuts.ts';
import type { Known } from '../drawing/progress.ts';
import type { Subject } from '../drawing/subject.ts';
import { backwardStates } from './backward.ts';
import { chipDrawings, shareDrawings, type ShareDrawing } from './chip-drawings.ts';
import { edgeDrawings, jointsOf, type EdgeDrawing } from './edge-drawings.ts';
import { forwardStates } from './forward.ts';
import { contributionsAt } from './gathering.ts';
import type { Label } from './labels.ts';
import { layoutOf, type Layout, type PlacedNode } from './layout.ts';
import { derivatives, labelsOf } from './scene-labels.ts';
import type { States } from './states.ts';
import type { View } from './view.ts';

export interface NodeDrawing extends PlacedNode {
  readonly state: Known;
  /** Whether any of its value is held at a number. */
  readonly isHeld: boolean;
}

export interface ForkDrawing {
  readonly key: string;
  readonly at: Point;
  readonly state: ReturnType<States['fork']>;
}

export interface Scene {
  readonly t: number;
  readonly isBackward: boolean;
  readonly layout: Layout;
  /** Of the whole drawing: with a row for what marks mean, if there are any. */
  readonly width: number;
  readonly height: number;
  readonly chips: readonly ChipDrawing[];
  readonly edges: readonly EdgeDrawing[];
  readonly nodes: readonly NodeDrawing[];
  readonly forks: readonly ForkDrawing[];
  /** Where the ways of one value part without being counted as a fork. */
  readonly joints: readonly Point[];
  readonly joins: ShareDrawing['join'][];
  readonly labels: readonly Label[];
  /** Nodes whose name gives way to a derivative. */
  readonly unnamed: ReadonlySet<string>;
  /** Which marks of edits are in it: they are explained. */
  readonly marks: readonly Closed[];
}

const layouts = new WeakMap<Subject, Layout>();

export function layoutFor(subject: Subject): Layout {
  const layout = layouts.get(subject) ?? layoutOf(subject.model.cell, subject.model.run.program.graph);
  layouts.set(subject, layout);
  return layout;
}

export function viewOf(subject: Subject, step: Step, language: Language, isFolded: boolean): View {
  const t = subject.timestepOf(step);
  const isBackward = step.pass !== 'forward';
  const contributions = contributionsAt(subject.model, step, t);
  const states = isBackward ? backwardStates(subject, step, t, contributions) : forwardStates(subject, step, t);
  return { subject, t, isBackward, states, contributions, language, isFolded, layout: layoutFor(subject) };
}

/** For a row of words. */
const legendRoom = 22;

/** Wider, too, so that on the page it is no higher than without the row. */
const sizeOf = ({ width, height }: Layout, extra: number): Pick<Scene, 'width' | 'height'> => ({
  width: (width * (height + extra)) / height,
  height: height + extra,
});

const isTouched = ({ model }: Subject, id: string, t: number): boolean =>
  holdsOn(model.run.program, { id, t }).length > 0;

export function sceneOf(subject: Subject, step: Step, language: Language, isFolded = true): Scene {
  const view = viewOf(subject, step, language, isFolded);
  const { t, isBackward, layout, states } = view;
  const shares = shareDrawings(view);
  const edges = edgeDrawings(view);
  const nodes = layout.nodes.map((node) => ({
    ...node,
    state: states.node(node.id),
    isHeld: isTouched(subject, node.id, t),
  }));
  const marks: Closed[] = [
    ...(edges.some(({ cross }) => cross) ? (['cut'] as const) : []),
    ...(nodes.some(({ isHeld }) => isHeld) ? (['given'] as const) : []),
  ];
  return {
    t,
    isBackward,
    layout,
    ...sizeOf(layout, marks.length ? legendRoom : 0),
    chips: [...chipDrawings(view), ...shares.map(({ chip }) => chip)],
    edges,
    nodes,
    forks: layout.forks.map(([key, at]) => ({ key, at, state: states.fork(key) })),
    joints: jointsOf(layout),
    joins: shares.map(({ join }) => join),
    labels: [...labelsOf(view), ...shares.map(({ label }) => label)],
    unnamed: new Set(derivatives(view).map(({ target }) => target)),
    marks,
  };
}
