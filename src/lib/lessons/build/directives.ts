import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Block, Goal } from '../document.ts';
import { blocksOf } from './blocks.ts';
import type { Conversion } from './conversion.ts';
import { directiveNames, shapeOf, type DirectiveName } from './directive-names.ts';
import { inlinesOf } from './inlines.ts';
import { unknownName } from './mistake.ts';
import { predictOf } from './predict.ts';

export type Directive = LeafDirective | ContainerDirective;

/** The directive's name, unless it is none, is written as another kind, or has attributes that it may not have. */
export function checkedName(work: Conversion, node: Directive): DirectiveName | undefined {
  const name = directiveNames.find((known) => known === node.name);
  const place = work.prose.find(node, node.name);
  if (!name) return void work.report(place, unknownName('directive', node.name, directiveNames));
  const { kind, attributes } = shapeOf(name);
  if (node.type !== `${kind}Directive`) {
    const how = kind === 'leaf' ? `one line, ::${name}` : `a container, :::${name} … :::`;
    return void work.report(place, `${name} is ${how}`);
  }
  for (const attribute of Object.keys(node.attributes ?? {})) {
    if (attributes && !attributes.includes(attribute)) {
      work.report(work.prose.find(node, attribute), unknownName(`attribute of ${name}`, attribute, attributes));
    }
  }
  return name;
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

function visualOf(work: Conversion, node: Directive): Block | undefined {
  const { name = '', ...settings } = node.attributes ?? {};
  const { visuals } = work.known;
  if (!name) return void work.report(node, 'visual needs a name: ::visual{name=…}');
  const place = work.prose.find(node, name);
  if (!visuals.includes(name)) return void work.report(place, unknownName('visual', name, visuals));
  work.mention('visual', name, place);
  const given = Object.entries(settings).map(([key, value]) => [key, value ?? ''] as const);
  return { type: 'visual', name, settings: Object.fromEntries(given) };
}

function goalOf(work: Conversion, node: Directive): Block | undefined {
  const id = idOf(work, node, 'goal', work.yaml.goals);
  if (id === undefined) return undefined;
  const goal: Goal = { id, inlines: inlinesOf(work, (node as LeafDirective).children) };
  return { type: 'goals', goals: [goal] };
}
