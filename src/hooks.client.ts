import type { HandleClientError } from '@sveltejs/kit';

/** An unknown address is a stale link, which the error page answers; anything else is a fault of the program. */
export const handleError: HandleClientError = ({ error, status }) => {
  if (status !== 404) console.error(error);
};
