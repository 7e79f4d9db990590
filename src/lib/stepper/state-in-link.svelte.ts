import { onMount } from 'svelte';
import { afterNavigate, pushState, replaceState } from '$app/navigation';
import { page as shownPage } from '$app/state';
import { linkEnd, placeWith, readLink, type LinkState } from './link.ts';

/** What a page shows, as far as its link says it. */
export interface Linked {
  /** Empty: as the page opens without being told anything. */
  readonly linkState: LinkState;
  /**
   * Shows what a link asks for; returns the parts of it that there are not.
   * @param isReturn back and forward have scrolled to where one was: what is shown must not scroll elsewhere
   */
  adopt(state: LinkState, isReturn: boolean): readonly string[];
  /** What is to be waited for before that; undefined: nothing. */
  prepare?(state: LinkState): Promise<void> | undefined;
}

/** What is chosen faster than this (ms), as in a list under an arrow key that is held down, was on the way to a choice. */
const onTheWay = 600;

/** Keeps a page's state in its link, and takes it from there. To be made while a component is set up. */
export class StateInLink {
  /** What the link asked for and is not there. */
  bad: readonly string[] = $state.raw([]);
  /** Whether the link was read and the page listens. */
  ready = $state(false);
  readonly #page: Linked;
  /** Another page has taken this one's place, perhaps while something was awaited. */
  #isGone = false;
  /** When the back button was last given something to undo. */
  #jumped = -Infinity;

  constructor(page: Linked) {
    this.#page = page;
    // Not before: SvelteKit scrolls a page that it opens to its top, or to where the back button left it.
    afterNavigate(({ type }) => this.ready || this.#open(type === 'popstate'));
    onMount(() => {
      addEventListener('popstate', this.#return);
      addEventListener('pointerdown', this.#writeNow, { capture: true });
      return () => {
        this.#isGone = true;
        letTitlesBeRead(true);
        removeEventListener('popstate', this.#return);
        removeEventListener('pointerdown', this.#writeNow, { capture: true });
      };
    });

    $effect(() => {
      const state = page.linkState;
      if (!this.ready) return;
      // Browsers throttle a history that changes faster than this.
      const timer = setTimeout(() => this.#write(state), 300);
      return () => clearTimeout(timer);
    });
  }

  #open(isReturn: boolean): void {
    this.#prepared(() => {
      this.#read(isReturn);
      delete document.documentElement.dataset.state;
      this.ready = true;
    });
  }

  /** Does something that the back button undoes. */
  jump(action: () => void): void {
    const isOnTheWay = performance.now() - this.#jumped < onTheWay;
    this.#jumped = performance.now();
    if (isOnTheWay) return action();
    this.#writeNow();
    // First a place of its own in the history: with the old one is kept how far the page was scrolled.
    // eslint-disable-next-line svelte/no-navigation-without-resolve -- it is where one is
    pushState(location.href, {});
    action();
    this.#writeNow();
  }

  /** Also before a click, which may lead to the other language by the link as it is now. */
  readonly #writeNow = (): void => {
    if (this.ready) this.#write(this.#page.linkState);
  };

  /** At once, unless the page has to bring something for this link first. */
  #prepared(action: () => void): void {
    const preparing = this.#page.prepare?.(readLink(location));
    if (preparing) void preparing.finally(() => this.#isGone || action());
    else action();
  }

  #read(isReturn: boolean): void {
    this.bad = this.#page.adopt(readLink(location), isReturn);
  }

  /** Without a state of its own an entry is a link that was typed over the one before. */
  readonly #return = ({ state }: PopStateEvent): void => {
    this.#jumped = -Infinity;
    this.#prepared(() => this.#read(Boolean(state)));
  };

  #write(state: LinkState): void {
    const { hash, pathname, search } = location;
    const here = hash.startsWith('#/') ? hash : pathname + search + hash;
    const query = linkEnd(state, location);
    const place = placeWith(query, location);
    // A page that has just been loaded does not know its own query yet, by which its other languages are linked.
    if (place === here && query === (shownPage.state.query ?? '')) return;
    letTitlesBeRead(false);
    try {
      // eslint-disable-next-line svelte/no-navigation-without-resolve -- it is where one is
      replaceState(place, { query });
    } catch {
      // Browsers refuse an address of megabytes; the page goes on without one.
    }
  }
}

/**
 * Whenever the address changes, SvelteKit reads the page's title aloud and interrupts whatever is being read. The title
 * names the step, which has a voice of its own on the stage; only another page's title is news.
 */
function letTitlesBeRead(isRead: boolean): void {
  document.getElementById('svelte-announcer')?.setAttribute('aria-hidden', String(!isRead));
}
