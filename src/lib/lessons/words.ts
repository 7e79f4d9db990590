import type { Component, ComponentProps } from 'svelte';
import type { LessonOnStage, LessonText } from './document.ts';
import type LessonWords from './LessonWords.svelte';

/** A lesson's text, and what shows it: neither is needed before the stage works. */
export interface Words {
  readonly text: LessonText;
  readonly LessonWords: Component<ComponentProps<typeof LessonWords>>;
}

export interface LaterWords {
  /** Left out where the page has them already, as the server wrote them. */
  readonly now?: Words;
  readonly load: () => Promise<Words>;
}

/** Marks the words of a lesson in the page. */
export const wordsName = ({ slug, language }: Pick<LessonOnStage, 'slug' | 'language'>): string =>
  `${language}/${slug}`;

export async function laterWords(lesson: LessonOnStage, loadText: () => Promise<LessonText>): Promise<LaterWords> {
  const load = async (): Promise<Words> => {
    const [text, { default: LessonWords }] = await Promise.all([loadText(), import('./LessonWords.svelte')]);
    return { text, LessonWords };
  };
  const areInPage = globalThis.document?.querySelector(`[data-words="${wordsName(lesson)}"]`);
  return areInPage ? { load } : { now: await load(), load };
}
