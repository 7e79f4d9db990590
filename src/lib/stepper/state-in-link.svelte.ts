import { onMount } from 'svelte';
import { pushState, replaceState } from '$app/navigation';
import { linkQuery, readLink, type LinkState } from './link.ts';

/** What a page shows, as far as its link says it. */
export interface Linked {
  /** Empty: as the page opens without being told anything. */
  readonly linkState: LinkState;
  /** Shows what a link asks for; returns the parts of it that there are not. */
  adopt(state: LinkState): readonly string[];
}

/** Keeps a page's state in its link, and takes it from there. To be made while a component is set up. */
export class StateInLink {
  /** What the link asked for and is not there. */
  bad: readonly string[] = $state.raw([]);
  /** Whether the link was read and the page listens. */
  ready = $state(false);
  readonly #page: Linked;

  constructor(page: Linked) {
    this.#page = page;
    onMount(() => {
      this.#read();
      delete document.documentElement.dataset.state;
      this.ready = true;
      addEventListener('popstate', this.#return);
      return () => removeEventListener('popstate', this.#return);
    });

    $effect(() => {
      const query = linkQuery(page.linkState);
      if (!this.ready) return;
      // Browsers throttle a history that changes faster than this.
      const timer = setTimeout(() => this.#write(query, replaceState), 300);
      return () => clearTimeout(timer);
    });
  }

  /** Does something that the back button undoes. */
  jump(action: () => void): void {
    this.#write(linkQuery(this.#page.linkState), replaceState);
    // First a place of its own in the history: with the old one is kept how far the page was scrolled.
    // eslint-disable-next-line svelte/no-navigation-without-resolve -- it is where one is
    pushState(location.href, {});
    action();
    this.#write(linkQuery(this.#page.linkState), replaceState);
  }

  readonly #read = (): void => {
    this.bad = this.#page.adopt(readLink(location));
  };

  /** Back and forward have scrolled to where one was: whatever the state shows must not scroll elsewhere. */
  readonly #return = ({ state }: PopStateEvent): void => {
    const { scrollX, scrollY } = window;
    this.#read();
    if (state) scrollTo(scrollX, scrollY);
  };

  #write(query: string, write: typeof replaceState): void {
    const { hash, pathname, search } = location;
    const isBehindHash = hash.startsWith('#/');
    const here = isBehindHash ? hash : pathname + search + hash;
    const place = isBehindHash ? hash.split('?')[0] + query : pathname + query + hash;
    if (place !== here) write(place, { query });
  }
}
