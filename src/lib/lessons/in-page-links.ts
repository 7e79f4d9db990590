import type { Attachment } from 'svelte/attachments';

/**
 * Links to a place in this page, by the page's own script: where the page's address stands behind a `#` of its own, as
 * in the single file, the browser would take them for another page.
 */
export const inPageLinks =
  (reach: (target: Element) => void): Attachment<HTMLElement> =>
  (container) => {
    const follow = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      const target = link && document.getElementById(link.getAttribute('href')!.slice(1));
      if (!target || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      reach(target);
      // As after the browser's own jump, Tab goes on from there.
      target.setAttribute('tabindex', '-1');
      (target as HTMLElement).focus({ preventScroll: true });
    };
    container.addEventListener('click', follow);
    return () => container.removeEventListener('click', follow);
  };
