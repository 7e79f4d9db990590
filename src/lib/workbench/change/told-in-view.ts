import type { Attachment } from 'svelte/attachments';

/** For what says why a number was refused: whoever is told has to see it, and again where it says something else. */
export const toldInView =
  (said: string): Attachment =>
  (element) => {
    if (said) element.scrollIntoView({ block: 'nearest' });
  };
