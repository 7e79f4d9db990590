import { onMount } from 'svelte';
import { replaceState } from '$app/navigation';
import { placeQuery, readPlace } from './link.ts';
import type { Stepper } from './stepper.svelte.ts';

/** Keeps a walk's place in the page's link, and takes it from there. To be made while a component is set up. */
export class PlaceInLink {
  /** What the link named, if the walk has no such place. */
  bad: string | null = $state(null);
  /** Whether the link was read and the page listens. */
  ready = $state(false);

  constructor(stepper: Stepper) {
    onMount(() => {
      const wanted = readPlace(location);
      if (wanted !== null && !stepper.goTo(wanted)) this.bad = wanted;
      delete document.documentElement.dataset.state;
      this.ready = true;
    });

    $effect(() => {
      const { cursor, index } = stepper;
      if (!this.ready || (index === 0 && readPlace(location) === null)) return;
      // Browsers throttle a history that changes faster than this. The address is the page's own, so it is resolved.
      // eslint-disable-next-line svelte/no-navigation-without-resolve
      const timer = setTimeout(() => replaceState(linkTo(cursor), { at: cursor }), 300);
      return () => clearTimeout(timer);
    });
  }
}

function linkTo(cursor: string): string {
  const { hash, pathname } = location;
  return (hash.startsWith('#/') ? hash.split('?')[0] : pathname) + placeQuery(cursor);
}
