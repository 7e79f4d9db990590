declare module '*.md' {
  import type { LessonDocument } from '#lib/lessons/document.ts';

  const document: LessonDocument;
  export default document;
}

declare module 'virtual:lessons' {
  import type { LessonSummary } from '#lib/lessons/document.ts';

  /** All lessons, in their order. */
  const lessons: readonly LessonSummary[];
  export default lessons;
}
