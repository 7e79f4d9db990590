/**
 * The part of a page's state that stands in its link, for both builds: the site keeps it in the query, the single file
 * behind its `#`, where its whole address stands.
 */
const queryOf = ({ search, hash }: Pick<Location, 'search' | 'hash'>): string =>
  hash.startsWith('#/') ? hash.slice(hash.indexOf('?') >>> 0) : search;

/** The place a link names (`forward:forget.gate@2`), or null if it names none. */
export const readPlace = (location: Pick<Location, 'search' | 'hash'>): string | null =>
  new URLSearchParams(queryOf(location)).get('at');

/** `: @ [ ] ;` stay as they are, so that a person can read the link; everything else that a query may not hold is escaped. */
export const placeQuery = (place: string): string =>
  `?at=${encodeURIComponent(place).replace(/%(3A|40|5B|5D|3B)/g, decodeURIComponent)}`;
