import type { Attachment } from 'svelte/attachments';

/**
 * At each new `subject`: scrolls what is wider than its room sideways, until what `selector` finds stands in the middle,
 * as soon as it is there.
 */
export const lookAt =
  (subject: unknown, selector: string): Attachment<HTMLElement> =>
  (element) => {
    void subject;
    const look = (): void => {
      const found = element.querySelector(selector)?.getBoundingClientRect();
      if (!found) return;
      coming.disconnect();
      const room = element.getBoundingClientRect();
      element.scrollLeft += found.left + found.width / 2 - (room.left + room.width / 2);
    };
    const coming = new MutationObserver(look);
    coming.observe(element, { childList: true, subtree: true });
    look();
    return () => coming.disconnect();
  };
