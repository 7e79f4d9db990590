/** One Markdown file, parsed: the tree, and where each of its parts stands in the file as the author wrote it. */
import type { Nodes, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { balanceFences } from './fences.ts';
import type { Place, Source } from './mistake.ts';

/** `::leaf` and `:::container`. Text directives are off: they would eat the `:30` of `9:30`. */
function remarkBlockDirectives(this: Processor): void {
  const data = this.data();
  const { flow } = directive();
  (data.micromarkExtensions ??= []).push({ flow });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  // Without it, ** next to Chinese punctuation stays two asterisks.
  .use(remarkCjkFriendly)
  .use(remarkBlockDirectives)
  .freeze();

export interface Occurrence {
  readonly match: RegExpExecArray;
  readonly place: Place;
}

export class Prose {
  readonly source: Source;
  readonly root: Root;
  readonly #text: string;
  readonly #added: readonly number[];

  constructor(source: Source) {
    const { text, added } = balanceFences(source);
    this.source = source;
    this.#text = text;
    this.#added = added;
    this.root = processor.parse(text);
  }

  placeOf(node: Nodes): Place {
    return this.#original(node.position!.start);
  }

  linesOf(node: Nodes): [first: number, last: number] {
    return [node.position!.start.line, node.position!.end.line];
  }

  /** The node as it stands in the file, its markup included. */
  textOf({ position }: Nodes): string {
    return this.#text.slice(position!.start.offset, position!.end.offset);
  }

  /** Where `pattern`, which must be global, occurs in the text of a node, in order. */
  occurrences(node: Nodes, pattern: RegExp): Occurrence[] {
    const text = this.textOf(node);
    return [...text.matchAll(pattern)].map((match) => ({ match, place: this.#placeWithin(node, match.index) }));
  }

  /** Where `words` stand in the text of a node; the node itself, if they stand there in another spelling. */
  find(node: Nodes, words: string): Place {
    const offset = this.textOf(node).indexOf(words);
    return offset < 0 ? this.placeOf(node) : this.#placeWithin(node, offset);
  }

  /** Where a character of a formula stands; its TeX lacks the fence around it and the indentation of its lines. */
  placeInValue(node: Nodes & { value: string }, offset: number): Place {
    const before = node.value.slice(0, offset).split('\n');
    const row = before.length - 1;
    const wanted = node.value.split('\n')[row];
    const lines = this.textOf(node).split('\n');
    const line = lines.findIndex((text, index) => index >= row && text.includes(wanted));
    if (line < 0) return this.placeOf(node);
    const start = lines.slice(0, line).reduce((total, text) => total + text.length + 1, 0);
    return this.#placeWithin(node, start + lines[line].indexOf(wanted) + before[row].length);
  }

  #placeWithin({ position }: Nodes, offset: number): Place {
    const before = this.#text.slice(0, position!.start.offset! + offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    return this.#original({ line: before.split('\n').length, column: before.length - lineStart + 1 });
  }

  /** Without the colons that were put in behind the line's indentation. */
  #original({ line, column }: Place): Place {
    const indent = /^[\s>]*/.exec(this.source.lines[line - 1] ?? '')![0].length;
    return { line, column: column > indent + 1 ? column - this.#added[line - 1] : column };
  }
}
