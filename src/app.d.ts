import type { LessonOnStage } from '#lib/lessons/document.ts';

declare global {
  namespace App {
    interface PageData {
      /** On the page of a lesson. */
      lesson?: LessonOnStage;
    }
    interface PageState {
      /** The page's state as it stands in the link: `?at=forward:forget.gate@2`. */
      query?: string;
    }
  }
}
