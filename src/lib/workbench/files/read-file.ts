/** What a reader's file is, or why it cannot be opened. */
import { parse } from '#lib/cells/model-file/piece.ts';
import { ModelFileError, readModelFile } from '#lib/cells/model-file/read.ts';
import type { LaterMessages } from '#lib/i18n/later/en.ts';
import { excessOf, mostOf, shortModelText } from './model-text.ts';
import { isStateFile, readStateFile, type StateFile } from './state-file.ts';
import { textOfBytes } from './text-of-file.ts';

export type ReadFile = { readonly model: string } | { readonly state: StateFile } | { readonly problem: FileProblem };

export interface FileProblem {
  readonly says: keyof LaterMessages['files']['problems'];
  readonly values?: Readonly<Record<string, number>>;
  /** The reader's own words for it, with the place in the file, but not its name: that stands in what is said. */
  readonly detail?: string;
}

const nameless = '';

/** In bytes. */
export const largestFile = 1_000_000;

export async function readFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<ReadFile> {
  if (file.size > largestFile)
    return problem('large', { found: Math.ceil(file.size / 1e5) / 10, most: largestFile / 1e6 });
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    // A folder, or a file that was moved or may not be read.
    return problem('unread');
  }
  const text = textOfBytes(new Uint8Array(bytes));
  if (text === undefined) return problem('notText');
  return text.trim() === '' ? problem('empty') : readText(text);
}

function readText(text: string): ReadFile {
  let says: FileProblem['says'] = 'notJson';
  try {
    const piece = parse(text, nameless);
    says = isStateFile(piece) ? 'notState' : 'notModel';
    if (isStateFile(piece)) return { state: readStateFile(piece) };
    const excess = excessOf(readModelFile(text, nameless));
    if (excess) return problem(excess.of, { found: excess.found, most: mostOf[excess.of] });
    return { model: shortModelText(text) };
  } catch (error) {
    if (error instanceof ModelFileError) return { problem: { says, detail: error.message } };
    throw error;
  }
}

const problem = (says: FileProblem['says'], values?: FileProblem['values']): ReadFile => ({
  problem: { says, values },
});
