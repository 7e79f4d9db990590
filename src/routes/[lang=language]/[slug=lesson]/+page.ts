import { loadCellSymbols } from '#lib/formula/symbol-html.ts';
import type { LessonDocument } from '#lib/lessons/document.ts';
import lessons from 'virtual:lessons';
import type { PageLoad } from './$types';

const documents = import.meta.glob<{ default: LessonDocument }>('/lessons/*/*.md');

export const load: PageLoad = async ({ params: { lang, slug } }) => {
  const place = lessons.findIndex((lesson) => lesson.slug === slug);
  const folder = `${String(lessons[place].number).padStart(2, '0')}-${slug}`;
  const { default: document } = await documents[`/lessons/${folder}/${lang}.md`]();
  if (document.model && document.model.cell !== 'lstm') await loadCellSymbols();
  return { document, previous: lessons[place - 1], next: lessons[place + 1] };
};
