/** All that marks an answer, in one piece: it comes when the page is awake, before somebody has thought of an answer. */
export { acceptedAt } from './accepted.ts';
export { markChoice, markNumber } from './mark.ts';
