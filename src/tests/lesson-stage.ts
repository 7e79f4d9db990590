import { compileLesson } from '#lib/lessons/build/compile-lesson.ts';
import { readSources } from '#lib/lessons/build/lesson-folder.ts';
import { visualNames } from '#lib/lessons/build/visual-names.ts';
import { LessonRuns } from '#lib/lessons/lesson-runs.ts';
import { Stage } from '#lib/stage/stage.svelte.ts';
import { loadOtherModels } from '#lib/workbench/other-models.ts';

await loadOtherModels();

/** The stage of a lesson as its page opens; the lesson is compiled once, a stage costs little. */
export function lessonStages(folder: string): () => Stage {
  const { documents, mistakes } = compileLesson(readSources('.', `lessons/${folder}`), {
    lessons: ['lstm-forward', 'lstm-backward'],
    visuals: visualNames,
  });
  if (mistakes.length) throw new Error(`${folder}: ${mistakes.length} mistakes`);
  return () => new Stage(new LessonRuns(documents.en).base, documents.en.scenes[0]);
}
