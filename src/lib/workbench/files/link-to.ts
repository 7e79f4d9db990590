import { linkEnd, placeWith, type LinkState } from '#lib/stepper/link.ts';

/** The whole link to a state of this page, which the page writes into its own address a moment later. */
export const linkTo = (state: LinkState): string =>
  new URL(placeWith(linkEnd(state, location), location), location.href).href;
