/** `lesson.yaml`, piece by piece: each knows its place, and refuses, where it is found, what it cannot be. */
import { oneOfText } from '#lib/cells/model-file/nearest.ts';
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLParseError,
} from 'yaml';
import { unknownName, type Place, type Source } from './mistake.ts';
import { hintFor } from './yaml-hints.ts';

export type Path = readonly (string | number)[];

export interface Piece {
  readonly path: Path;
  /** Undefined: it is missing. */
  readonly content: unknown;
}

const pathText = (path: Path): string =>
  path.map((key, depth) => (typeof key === 'number' ? `[${key}]` : depth ? `.${key}` : key)).join('');

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The readers report what is wrong and give undefined, so that one mistake does not hide the next. */
export class YamlFile {
  readonly source: Source;
  readonly #lines = new LineCounter();
  readonly #document: Document;

  constructor(source: Source) {
    this.source = source;
    this.#document = parseDocument(source.text, { lineCounter: this.#lines, prettyErrors: false });
    // What follows the first one is mostly its consequence.
    const [error] = this.#document.errors;
    if (error) this.#refuse(this.#startOf(error), error.message, hintFor(error.message));
    else this.#checkAliases();
  }

  #refuse(offset: number, problem: string, hint = ''): void {
    this.source.report(this.#place(offset), `YAML: ${problem}${hint && `: ${hint}`}`);
  }

  /** Words in emphasis, as in Markdown, are the name of something else in YAML. */
  #checkAliases(): void {
    visit(this.#document, {
      Alias: (_, alias) => {
        if (alias.resolve(this.#document)) return;
        this.#refuse(alias.range![0], `“*${alias.source}” names nothing`, 'put the text between quotes');
      },
    });
  }

  /** Where the parser gave up; of a text whose quote is not closed, the quote. */
  #startOf({ message, pos: [start] }: YAMLParseError): number {
    let quote = start + /^ */.exec(this.source.text.slice(start))![0].length;
    if (!message.startsWith('Missing closing')) return quote;
    visit(this.#document, {
      Scalar(_, { type = '', range }) {
        if (type.startsWith('QUOTE') && range?.[1] === start) [quote] = range;
      },
    });
    return quote;
  }

  get top(): Piece {
    const isReadable = this.#document.errors.length === 0;
    return { path: [], content: isReadable ? (this.#document.toJS() as unknown) : undefined };
  }

  /** Where the piece stands; a missing one, where it would. */
  placeOf(path: Path): Place {
    let offset = 0;
    let node: unknown = this.#document.contents;
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key: name }) => isScalar(name) && name.value === key);
        node = pair?.value;
        offset = isNode(pair?.key) ? pair.key.range![0] : offset;
      } else {
        node = isSeq(node) ? node.items[key as number] : undefined;
        offset = isNode(node) ? node.range![0] : offset;
      }
    }
    return this.#place(offset);
  }

  /** The path of the entry with this id in a list. */
  pathOf(key: string, id: string): Path {
    const entries = this.#document.toJS() as Record<string, { id?: unknown }[]>;
    return [key, entries[key].findIndex((entry) => entry.id === id)];
  }

  #place(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  report(path: Path, message: string): undefined {
    this.source.report(this.placeOf(path), path.length ? `${pathText(path)}: ${message}` : message);
    return undefined;
  }

  refuse({ path, content }: Piece, expected: string): undefined {
    return this.report(path, `expected ${expected}, found ${describe(content)}`);
  }

  /** The entries of a map that has these keys and no others; a missing one has no content. */
  members<Key extends string>(piece: Piece, keys: readonly Key[]): Record<Key, Piece> {
    const found = new Map(this.entries(piece).map((entry) => [String(entry.path.at(-1)), entry]));
    for (const [key, { path }] of found) {
      if (!(keys as readonly string[]).includes(key)) {
        this.source.report(this.placeOf(path), unknownName('key', key, keys));
      }
    }
    const each = keys.map(
      (key) => [key, found.get(key) ?? { path: [...piece.path, key], content: undefined }] as const,
    );
    return Object.fromEntries(each) as Record<Key, Piece>;
  }

  /** The entries of a map, whatever their keys are. */
  entries(piece: Piece): Piece[] {
    const { content, path } = piece;
    if (content === undefined || content === null) return [];
    if (typeof content !== 'object' || Array.isArray(content)) return this.refuse(piece, 'a map') ?? [];
    return Object.entries(content).map(([key, value]) => ({ path: [...path, key], content: value as unknown }));
  }

  list(piece: Piece): Piece[] {
    const { content, path } = piece;
    if (content === undefined || content === null) return [];
    if (!Array.isArray(content)) return this.refuse(piece, 'a list') ?? [];
    return content.map((value: unknown, index) => ({ path: [...path, index], content: value }));
  }

  text(piece: Piece, expected: string): string | undefined {
    return typeof piece.content === 'string' ? piece.content : this.refuse(piece, expected);
  }

  id(piece: Piece): string | undefined {
    const { content } = piece;
    return typeof content === 'string' && kebab.test(content)
      ? content
      : this.refuse(piece, 'an id such as forget-gate');
  }

  number(piece: Piece, expected: string, isRight: (found: number) => boolean): number | undefined {
    const { content } = piece;
    return typeof content === 'number' && Number.isFinite(content) && isRight(content)
      ? content
      : this.refuse(piece, expected);
  }

  oneOf<Name extends string>(piece: Piece, names: readonly Name[]): Name | undefined {
    return names.find((name) => name === piece.content) ?? this.refuse(piece, oneOfText(names, piece.content));
  }
}

export const isMissing = ({ content }: Piece): boolean => content === undefined || content === null;

function describe(content: unknown): string {
  if (content === undefined || content === null) return 'nothing';
  if (typeof content === 'string') return `“${content}”`;
  if (Array.isArray(content)) return `a list of ${content.length}`;
  return typeof content === 'object' ? 'a map' : String(content as number | boolean);
}
