import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Block, Goal } from '../document.ts';
import { blocksOf } from './blocks.ts';
import type { Conversion } from './conversion.ts';
import { directiveNames, problemOfName, shapeOf, type DirectiveName } from './directive-names.ts';
import { inlinesOf } from './inlines.ts';
import { unknownName, type Place } from './mistake.ts';
import { predictOf } from './predict.ts';
import { visualOf } from './visual.ts';

export type Directive = LeafDirective | ContainerDirective;

/** The directive's name, unless it is none, is written as another kind, or has attributes that it may not have. */
export function checkedName(work: Conversion, node: Directive): DirectiveName | undefined {
  const name = directiveNames.find((known) => known === node.name);
  const problem = problemOfName(node.name, node.type === 'leafDirective' ? 'leaf' : 'container');
  if (!name || problem) return void work.report(work.prose.find(node, node.name), problem ?? '');
  const { attributes } = shapeOf(name);
  for (const attribute of Object.keys(node.attributes ?? {})) {
    if (!attributes.includes(attribute)) {
      work.report(placeOfAttribute(work, node, attribute), unknownName(`attribute of ${name}`, attribute, attributes));
    }
  }
  return name;
}

/** Where an attribute stands, or the directive, if the attribute is written in short as `.red`. */
export function placeOfAttribute({ prose }: Conversion, node: Directive, attribute: string): Place {
  const [found] = prose.occurrences(node, new RegExp(`(?<=[{\\s])${attribute}(?=[=\\s}])`, 'g'));
  return found?.place ?? prose.placeOf(node);
}

export function directiveOf(work: Conversion, node: Directive): Block | undefined {
  const name = checkedName(work, node);
  if (!name) return undefined;
  if (name === 'scene') return void work.report(node, 'a scene stands by itself, not inside something else');
  if (shapeOf(name).within) return void work.report(node, `::${name} belongs into :::predict`);
  switch (name) {
    case 'note':
    case 'summary':
      return { type: name, blocks: blocksOf(work, node.children as RootContent[]) };
    case 'visual':
      return visualOf(work, node);
    case 'goal':
      return goalOf(work, node);
    case 'predict':
      return predictOf(work, node as ContainerDirective);
    default:
      return undefined;
  }
}

/** The id written as `{#id}`, mentioned; one that is missing or not among `ids` is a mistake. */
export function idOf(
  work: Conversion,
  node: Directive,
  kind: 'scene' | 'question' | 'goal',
  ids: readonly string[],
): string | undefined {
  const id = node.attributes?.id;
  if (!id) return void work.report(node, `${node.name} needs an id: {#…}`);
  const place = work.prose.find(node, `#${id}`);
  if (!ids.includes(id)) return void work.report(place, `${unknownName(kind, id, ids)} in lesson.yaml`);
  const isTaken = work.mentions.some((mention) => mention.kind === kind && mention.id === id);
  if (isTaken) return void work.report(place, `“${id}” is taken already`);
  work.mention(kind, id, place);
  return id;
}

function goalOf(work: Conversion, node: Directive): Block | undefined {
  const id = idOf(work, node, 'goal', work.yaml.goals);
  if (id === undefined) return undefined;
  const goal: Goal = { id, inlines: inlinesOf(work, (node as LeafDirective).children) };
  return { type: 'goals', goals: [goal] };
}
