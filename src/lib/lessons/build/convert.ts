/** One Markdown file to the parts of a document. */
import type { FootnoteDefinition, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Footnote, Section } from '../document.ts';
import { blocksOf } from './blocks.ts';
import type { Conversion } from './conversion.ts';
import { checkedName, idOf } from './directives.ts';

export interface Converted {
  readonly title: string;
  readonly sections: readonly Section[];
  readonly footnotes: readonly Footnote[];
}

export function convert(work: Conversion): Converted {
  const { root } = work.prose;
  const [first] = root.children;
  if (first?.type !== 'heading' || first.depth !== 1) {
    work.report({ line: 1, column: 1 }, 'a lesson begins with its title: # …');
  }
  const sections = sectionsOf(work, root.children);
  return { title: work.title, sections, footnotes: footnotesOf(work) };
}

/** Scenes, and what stands between them. */
function sectionsOf(work: Conversion, nodes: readonly RootContent[]): Section[] {
  const sections: Section[] = [];
  let loose: RootContent[] = [];
  const finish = (): void => {
    const blocks = blocksOf(work, loose);
    if (blocks.length) sections.push({ scene: null, blocks });
    loose = [];
  };
  for (const node of nodes) {
    if (node.type !== 'containerDirective' || node.name !== 'scene') loose.push(node);
    else {
      finish();
      sections.push(sceneOf(work, node));
    }
  }
  finish();
  return sections;
}

function sceneOf(work: Conversion, node: ContainerDirective): Section {
  checkedName(work, node);
  const { scenes } = work.yaml;
  const ids = scenes.map(({ id }) => id);
  const id = idOf(work, node, 'scene', ids);
  work.scene = scenes.find((scene) => scene.id === id) ?? null;
  const blocks = blocksOf(work, node.children as RootContent[]);
  work.scene = null;
  return { scene: id ?? null, blocks };
}

/** A footnote may refer to another one, which then comes after it. */
function footnotesOf(work: Conversion): Footnote[] {
  const definitions = new Map<string, FootnoteDefinition>();
  collect(work.prose.root.children, definitions);
  const footnotes: Footnote[] = [];
  for (let index = 0; index < work.footnotes.length; index++) {
    const definition = definitions.get(work.footnotes[index]);
    footnotes.push({ number: index + 1, blocks: definition ? blocksOf(work, definition.children) : [] });
  }
  for (const [label, definition] of definitions) {
    if (!work.footnotes.includes(label)) work.report(definition, `footnote “${label}” is never referred to`);
  }
  return footnotes;
}

function collect(nodes: readonly RootContent[], definitions: Map<string, FootnoteDefinition>): void {
  for (const node of nodes) {
    if (node.type === 'footnoteDefinition') definitions.set(node.identifier, node);
    else if ('children' in node) collect(node.children as RootContent[], definitions);
  }
}
