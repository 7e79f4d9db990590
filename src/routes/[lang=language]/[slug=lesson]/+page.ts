import { loadCells } from '#lib/formula/symbol-html.ts';
import type { LessonOnStage, LessonText } from '#lib/lessons/document.ts';
import { laterWords } from '#lib/lessons/words.ts';
import lessons from 'virtual:lessons';
import type { PageLoad } from './$types';

const onStage = import.meta.glob<LessonOnStage>('/lessons/*/*.md', { import: 'default' });
const texts = import.meta.glob<LessonText>('/lessons/*/*.md', { import: 'default', query: '?text' });

export const load: PageLoad = async ({ params: { lang, slug } }) => {
  const place = lessons.findIndex((lesson) => lesson.slug === slug);
  const path = `/lessons/${String(lessons[place].number).padStart(2, '0')}-${slug}/${lang}.md`;
  const lesson = await onStage[path]();
  if (lesson.model && lesson.model.cell !== 'lstm') await loadCells();
  const words = await laterWords(lesson, texts[path]);
  return { lesson, words, previous: lessons[place - 1], next: lessons[place + 1] };
};
