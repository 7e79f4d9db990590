import type { FootnoteReference, Image, Link, PhrasingContent } from 'mdast';
import type {} from 'mdast-util-math';
import type { Inline } from '../document.ts';
import { findTerm } from '../lesson-numbers.ts';
import type { Conversion } from './conversion.ts';
import { formulaOf } from './formula.ts';
import { unknownName } from './mistake.ts';
import { wordsOf } from './words.ts';

export const inlinesOf = (work: Conversion, nodes: readonly PhrasingContent[]): Inline[] =>
  nodes.flatMap((node) => inlineOf(work, node) ?? []);

function inlineOf(work: Conversion, node: PhrasingContent): Inline | readonly Inline[] | undefined {
  switch (node.type) {
    case 'text':
      return wordsOf(work, node);
    case 'strong':
    case 'emphasis':
      return { type: node.type, inlines: inlinesOf(work, node.children) };
    case 'inlineCode':
      return { type: 'code', text: node.value };
    case 'inlineMath':
      return formulaOf(work, node);
    case 'break':
      return { type: 'break' };
    case 'link':
      return linkOf(work, node);
    case 'image':
      return imageOf(work, node);
    case 'footnoteReference':
      return footnoteOf(work, node);
    case 'html':
      return void rejectHtml(work, node);
    default:
      return void work.report(node, unsupported(node.type));
  }
}

export const unsupported = (type: string): string => `lessons have no “${type}” of Markdown`;

/** Comments are the author's own; any other HTML would bypass all checks. */
export function rejectHtml(work: Conversion, node: { type: 'html'; value: string } & PhrasingContent): void {
  if (!/^<!--[^]*-->$/.test(node.value)) {
    work.report(node, `HTML is not allowed, found “${node.value.split('\n')[0]}”: write Markdown or a directive`);
  }
}

function linkOf(work: Conversion, node: Link): Inline | undefined {
  const inlines = inlinesOf(work, node.children);
  const [, scheme, rest] = /^(?:(lesson|term|https?|mailto):|(?=#))(.*)$/.exec(node.url) ?? [];
  const place = work.prose.find(node, node.url);
  if (scheme === 'lesson') {
    if (!work.known.lessons.includes(rest)) work.report(place, unknownName('lesson', rest, work.known.lessons));
    return { type: 'lesson', slug: rest, inlines };
  }
  if (scheme === 'term') {
    const found = findTerm(work.runs, rest, work.scene?.setting);
    if ('slot' in found) return { type: 'term', address: rest, slot: found.slot, inlines };
    return void work.report({ ...place, column: place.column + 'term:'.length + found.offset }, found.problem);
  }
  if (scheme) return { type: 'link', href: node.url, inlines };
  const scenes = work.yaml.scenes.map(({ id }) => id);
  if (rest === undefined) {
    work.report(place, `a link leads to https://…, lesson:slug, #scene or term:quantity, not to “${node.url}”`);
  } else if (!scenes.includes(rest.slice(1))) {
    work.report(place, unknownName('scene', rest.slice(1), scenes));
  }
  return { type: 'link', href: node.url, inlines };
}

function imageOf(work: Conversion, node: Image): Inline | undefined {
  if (!node.alt?.trim()) work.report(node, 'an image needs words for those who cannot see it: ![what it shows](…)');
  const place = work.prose.find(node, node.url);
  if (!/^[\w-][\w.-]*$/.test(node.url)) {
    return void work.report(place, `an image is a file in the lesson’s folder, such as door.svg, not “${node.url}”`);
  }
  if (!work.pictures.includes(node.url)) {
    return void work.report(place, `${unknownName('picture', node.url, work.pictures)} in the lesson’s folder`);
  }
  return { type: 'image', src: node.url, alt: node.alt ?? '' };
}

function footnoteOf({ footnotes }: Conversion, { identifier }: FootnoteReference): Inline {
  const first = !footnotes.includes(identifier);
  if (first) footnotes.push(identifier);
  return { type: 'footnote', number: footnotes.indexOf(identifier) + 1, first };
}
