import { on } from 'svelte/events';
import type { Attachment } from 'svelte/attachments';

/** Makes what is wider than its room, and so can be scrolled, a stop of the keyboard; what is not, none. */
export const stopWhenWide: Attachment<HTMLElement> = (element) =>
  watchWidth(element, (isWide) => stopWhere(element, isWide));

/** The same for what is taller than its room. */
export const stopWhenTall: Attachment<HTMLElement> = (element) =>
  watchWidth(element, () => stopWhere(element, element.scrollHeight > element.clientHeight + 1));

function stopWhere(element: HTMLElement, isStop: boolean): void {
  if (isStop) element.tabIndex = 0;
  // Whoever is here keeps the place: the keys of the stage go by it.
  else if (element !== document.activeElement) element.removeAttribute('tabindex');
}

/** Shows on either side whether there is more: a figure that is cut reads as another figure. */
export const fadeWhenWide: Attachment<HTMLElement> = (element) => watchWidth(element);

function watchWidth(element: HTMLElement, tell?: (isWide: boolean) => void): () => void {
  let frame = 0;
  const look = (): void => {
    const { scrollWidth, clientWidth, scrollLeft } = element;
    tell?.(scrollWidth > clientWidth);
    // Browsers scroll by fractions of a pixel.
    const before = scrollLeft >= 1 ? 'before ' : '';
    const behind = scrollWidth - clientWidth - scrollLeft >= 1 ? 'behind' : '';
    element.dataset.more = (before + behind).trim();
  };
  const lookSoon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  const size = new ResizeObserver(lookSoon);
  const content = new MutationObserver(lookSoon);
  // Goes with the element.
  element.addEventListener('scroll', lookSoon);
  size.observe(element);
  content.observe(element, { childList: true, characterData: true, subtree: true });
  // Its letters, too, decide how wide a formula is, and come later than it.
  const unload = on(document.fonts, 'loadingdone', lookSoon);
  return () => {
    cancelAnimationFrame(frame);
    size.disconnect();
    content.disconnect();
    unload();
  };
}
