import type { Attachment } from 'svelte/attachments';

/** What a view loads comes a moment after it, and only then is there anything to scroll; after this (ms) it has come. */
const patience = 1000;

/** A place that shows several views, one at a time: each opens at its top, and where it was left when it comes back. */
export class ScrollPlaces {
  readonly #places = new Map<string, number>();

  of(view: string): Attachment<HTMLElement> {
    return (element) => {
      const wanted = this.#places.get(view) ?? 0;
      const settle = (): void => {
        element.scrollTop = wanted;
        if (element.scrollTop >= wanted) observer.disconnect();
      };
      const observer = new MutationObserver(settle);
      observer.observe(element, { childList: true, subtree: true });
      settle();
      const timer = setTimeout(() => observer.disconnect(), patience);
      const note = (): void => void this.#places.set(view, element.scrollTop);
      element.addEventListener('scroll', note);
      return () => {
        clearTimeout(timer);
        observer.disconnect();
        element.removeEventListener('scroll', note);
      };
    };
  }
}
