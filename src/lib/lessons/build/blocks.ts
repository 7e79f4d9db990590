import type { Code, FootnoteDefinition, Heading, List, RootContent, Table } from 'mdast';
import type {} from 'mdast-util-directive';
import type { Block } from '../document.ts';
import type { Conversion } from './conversion.ts';
import { directiveOf } from './directives.ts';
import { indentedIsCode } from './fences.ts';
import { formulaOf } from './formula.ts';
import { inlinesOf, rejectHtml, unsupported } from './inlines.ts';

/** Blocks in their order; goals that stand together are one list. */
export function blocksOf(work: Conversion, nodes: readonly RootContent[]): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    const { mistakes } = work.prose.source;
    const before = mistakes.length;
    // What could not be read leaves its place for the mistake.
    const block = blockOf(work, node) ?? (mistakes.length > before ? { type: 'mistake', text: '' } : undefined);
    const last = blocks.at(-1);
    if (!block) continue;
    if (block.type === 'goals' && last?.type === 'goals') {
      blocks[blocks.length - 1] = { type: 'goals', goals: [...last.goals, ...block.goals] };
    } else blocks.push(block);
    work.lines.set(blocks.at(-1)!, work.prose.linesOf(node));
  }
  return blocks;
}

function blockOf(work: Conversion, node: RootContent): Block | undefined {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', inlines: inlinesOf(work, node.children) };
    case 'heading':
      return headingOf(work, node);
    case 'list':
      return listOf(work, node);
    case 'table':
      return tableOf(work, node);
    case 'code':
      return codeOf(work, node);
    case 'blockquote':
      return { type: 'quote', blocks: blocksOf(work, node.children) };
    case 'thematicBreak':
      return { type: 'rule' };
    case 'math':
      return formulaOf(work, node);
    case 'leafDirective':
    case 'containerDirective':
      return directiveOf(work, node);
    case 'html':
      return void rejectHtml(work, node);
    case 'footnoteDefinition':
      return void checkFootnote(work, node);
    default:
      return void work.report(node, unsupported(node.type));
  }
}

function codeOf(work: Conversion, node: Code): Block | undefined {
  const isFenced = /^(?:```|~~~)/.test(work.prose.textOf(node));
  if (!isFenced) return void work.report(work.prose.find(node, node.value.trim().split('\n')[0]), indentedIsCode);
  return { type: 'code', language: node.lang ?? '', text: node.value };
}

function headingOf(work: Conversion, node: Heading): Block | undefined {
  const level = node.depth;
  const inlines = inlinesOf(work, node.children);
  if (level === 1) {
    if (work.title) work.report(node, 'a lesson has one title (#); its parts are ##');
    else work.title = plainText(work, node);
  } else if (level > Math.max(work.headingLevel, 1) + 1) {
    work.report(node, `a heading of level ${level} follows one of level ${work.headingLevel}: none may be left out`);
  }
  work.headingLevel = level;
  if (level === 1) return undefined;
  work.mention('heading', '#'.repeat(level), work.prose.placeOf(node));
  const id = `part-${++work.headings}`;
  if (level === 2) work.contents.push({ id, title: plainText(work, node) });
  return { type: 'heading', level, id, inlines };
}

/** The words as they are read, without markup. */
const plainText = ({ prose }: Conversion, node: Heading): string =>
  prose
    .textOf(node)
    .replace(/^#+\s*|\s*#*$/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`$]/g, '');

const listOf = (work: Conversion, { ordered, start, children }: List): Block => ({
  type: 'list',
  ordered: ordered ?? false,
  start: start ?? 1,
  items: children.map((item) => blocksOf(work, item.children)),
});

function tableOf(work: Conversion, { align, children }: Table): Block {
  const [head, ...rows] = children.map((row) => row.children.map((cell) => inlinesOf(work, cell.children)));
  return { type: 'table', align: align ?? [], head, rows };
}

function checkFootnote(work: Conversion, node: FootnoteDefinition): void {
  if (node.children.length === 0) work.report(node, `footnote “${node.identifier}” has no text`);
}
