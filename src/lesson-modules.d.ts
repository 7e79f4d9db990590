declare module '*.md' {
  import type { LessonOnStage } from '#lib/lessons/document.ts';

  const lesson: LessonOnStage;
  export default lesson;
}

declare module '*.md?text' {
  import type { LessonText } from '#lib/lessons/document.ts';

  const text: LessonText;
  export default text;
}

declare module 'virtual:lessons' {
  import type { LessonSummary } from '#lib/lessons/document.ts';

  /** All lessons, in their order. */
  const lessons: readonly LessonSummary[];
  export default lessons;
}
