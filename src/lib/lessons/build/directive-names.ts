/** The directives of lesson Markdown, and how each is written. */
import { nearest } from '#lib/cells/model-file/nearest.ts';
import { unknownName } from './mistake.ts';

interface Shape {
  readonly kind: 'container' | 'leaf';
  readonly attributes: readonly string[];
  /** The directive it may only stand in. */
  readonly within?: 'predict';
}

export const directives = {
  scene: { kind: 'container', attributes: ['id'] },
  note: { kind: 'container', attributes: [] },
  summary: { kind: 'container', attributes: [] },
  predict: { kind: 'container', attributes: ['id'] },
  visual: { kind: 'leaf', attributes: ['name', 'at', 'setting', 'unit'] },
  goal: { kind: 'leaf', attributes: ['id'] },
  option: { kind: 'leaf', attributes: ['id'], within: 'predict' },
  mistake: { kind: 'leaf', attributes: ['id'], within: 'predict' },
  right: { kind: 'leaf', attributes: [], within: 'predict' },
  wrong: { kind: 'leaf', attributes: [], within: 'predict' },
} as const satisfies Record<string, Shape>;

export type DirectiveName = keyof typeof directives;

export const directiveNames = Object.keys(directives) as DirectiveName[];

export const shapeOf = (name: DirectiveName): Shape => directives[name];

/** What is wrong with the name of a directive that is written as this kind. */
export function problemOfName(found: string, kind: Shape['kind']): string | undefined {
  const name = directiveNames.find((known) => known === found);
  if (!name) return unknownName('directive', found, directiveNames);
  if (shapeOf(name).kind === kind) return undefined;
  return `${name} is ${kind === 'container' ? `one line, ::${name}` : `a container, :::${name} … :::`}`;
}

export const nearestDirective = (name: string): DirectiveName =>
  (nearest(name, directiveNames) as DirectiveName | undefined) ?? 'visual';

/** How it is written: `::visual{…}`. */
export const directiveText = (name: DirectiveName): string =>
  `${shapeOf(name).kind === 'leaf' ? '::' : ':::'}${name}{…}`;
