import type { Attachment } from 'svelte/attachments';

/** At each new `subject`: scrolls what is wider than its room sideways, until what `selector` finds stands in the middle. */
export const lookAt =
  (subject: unknown, selector: string): Attachment<HTMLElement> =>
  (element) => {
    void subject;
    const found = element.querySelector(selector)?.getBoundingClientRect();
    const room = element.getBoundingClientRect();
    if (found) element.scrollLeft += found.left + found.width / 2 - (room.left + room.width / 2);
  };
