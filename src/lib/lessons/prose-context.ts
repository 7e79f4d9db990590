import { createContext, type Snippet } from 'svelte';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { LessonDocument, LiveNumber, Visual } from './document.ts';

/** What the parts of a lesson's prose need to know of the page they stand in. */
export interface ProseContext {
  readonly document: LessonDocument;
  /** What the stage shows in its place, where the reader's changes have made that another number. */
  onStage(number: LiveNumber): number | undefined;
  /** The run that an address is read in: the lesson's, or the setting it names. */
  runOf(name: string | undefined): NamedRun | undefined;
  /** The number at an address, in the lesson's own run or the one it names. */
  read(address: string): number;
  /** Where another lesson is. */
  lessonHref(slug: string): string;
  /** The address that is lit up: of the number or term under the pointer, here or on the stage. */
  readonly lit: string | null;
  readonly visual: Snippet<[Visual]> | undefined;
}

export const [getProse, setProse] = createContext<ProseContext>();
