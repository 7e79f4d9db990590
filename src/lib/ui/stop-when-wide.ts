import type { Attachment } from 'svelte/attachments';

/** Makes what is wider than its room, and so can be scrolled, a stop of the keyboard; what is not, none. */
export const stopWhenWide: Attachment<HTMLElement> = (element) => {
  let frame = 0;
  const look = (): void => {
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    // Whoever is here keeps the place: the keys of the stage go by it.
    else if (element !== document.activeElement) element.removeAttribute('tabindex');
  };
  const lookSoon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  const size = new ResizeObserver(lookSoon);
  const content = new MutationObserver(lookSoon);
  size.observe(element);
  content.observe(element, { childList: true, characterData: true, subtree: true });
  return () => {
    cancelAnimationFrame(frame);
    size.disconnect();
    content.disconnect();
  };
};
