import type { Attachment } from 'svelte/attachments';

/** Tells the stylesheet how high a docked element is, so that what is scrolled to or focused never stops beneath it. */
export const heightAs =
  (property: `--${string}`): Attachment<HTMLElement> =>
  (element) => {
    const { style } = document.documentElement;
    const tell = (): void => style.setProperty(property, `${element.offsetHeight}px`);
    // A link scrolls to its scene as soon as the page listens, before any observer is heard.
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  };
