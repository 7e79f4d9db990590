import type { Attachment } from 'svelte/attachments';

/** Tells the stylesheet how high a docked element is, so that what is scrolled to or focused never stops beneath it. */
export const heightAs =
  (property: `--${string}`): Attachment<HTMLElement> =>
  (element) => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty(property, `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  };
