import type { Attachment } from 'svelte/attachments';

/** Calls back once, when the element comes near what is seen of the page. */
export const whenSeen =
  (callback: () => void): Attachment =>
  (element) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        callback();
      },
      { rootMargin: '200px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  };
