import type { Attachment } from 'svelte/attachments';

/** Calls back, when the element comes near what is seen of the page, or is to be printed. */
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
    addEventListener('beforeprint', callback);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', callback);
    };
  };
