/** An author's mistake: where it is, what it is, and the line it stands in. */
import { nearest } from '#lib/cells/model-file/nearest.ts';

/** Both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Mistake extends Place {
  /** From the project's folder: `lessons/15-lstm-forward/en.md`. */
  readonly file: string;
  readonly message: string;
  /** The line, with a caret below the place. */
  readonly excerpt: string;
}

export const mistakeText = ({ file, line, column, message, excerpt }: Mistake): string =>
  `${file}:${line}:${column}: ${message}\n${excerpt}`;

/** One file of a lesson, which collects the mistakes found in it. */
export class Source {
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly mistakes: Mistake[] = [];

  constructor(file: string, text: string) {
    this.file = file;
    // Windows ends lines and begins files in its own way; columns are counted without it.
    this.text = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
    this.lines = this.text.split('\n');
  }

  /** Reports a mistake; the same one at the same place only once. */
  report({ line, column }: Place, message: string): void {
    const isKnown = this.mistakes.some((mistake) => mistake.line === line && mistake.message === message);
    if (!isKnown) this.mistakes.push({ file: this.file, line, column, message, excerpt: this.#excerpt(line, column) });
  }

  #excerpt(line: number, column: number): string {
    const text = this.lines[line - 1] ?? '';
    const number = String(line);
    return `${number} | ${text}\n${' '.repeat(number.length)} | ${blank(text.slice(0, column - 1))}^`;
  }
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** As much room as the text takes, so that the caret stands below the place in Chinese too. */
const blank = (text: string): string => text.replace(/[^\t]/g, (letter) => (letter.search(wide) < 0 ? ' ' : '\u3000'));

/** `unknown visual “stripp” (nearest: strip)`, or with all names where none is near. */
export function unknownName(what: string, found: string, names: readonly string[]): string {
  const near = nearest(found, names);
  return `unknown ${what} “${found}” (${near === undefined ? knownNames(names) : `nearest: ${near}`})`;
}

const knownNames = (names: readonly string[]): string =>
  names.length === 0 ? 'there are none' : `there are: ${names.join(', ')}`;
