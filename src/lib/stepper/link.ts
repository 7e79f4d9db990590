/**
 * The part of a page's state that stands in its link, for both builds: the site keeps it in the query, the single file
 * behind its `#`, where its whole address stands.
 */
export type LinkState = Readonly<Record<string, string>>;

type Place = Pick<Location, 'search' | 'hash'>;

/** A longer link may be cut by mail and chat programs, and refused by the server that is asked for it. */
export const longLink = 2000;

/** The whole address of the single file stands behind `#/`, the state of a site's page, if it is long, behind `#?`. */
const queryOf = ({ search, hash }: Place): string =>
  /^#[/?]/.test(hash) ? hash.slice(hash.indexOf('?') >>> 0) : search;

/** Never throws. A plus is a plus, as in `1e+21`: no part of a state needs a space, for which forms write it. */
export const readLink = (location: Place): LinkState =>
  Object.fromEntries(new URLSearchParams(queryOf(location).replaceAll('+', '%2B')));

/** `: @ [ ] ; ,` stay as they are, so that a person can read the link; everything else that a query may not hold is escaped. */
export function linkQuery(state: LinkState): string {
  const parts = Object.entries(state).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(value.toWellFormed()).replace(/%(3A|40|5B|5D|3B|2C)/g, decodeURIComponent)}`,
  );
  return parts.length ? `?${parts.join('&')}` : '';
}

/** What a page's address ends with; what is behind a `#` is not sent to a server. */
export function linkEnd(state: LinkState, { hash }: Pick<Location, 'hash'>): string {
  const query = linkQuery(state);
  return query.length > longLink && !hash.startsWith('#/') ? `#${query}` : query;
}

/** The address of a page with such an end, from its site on. */
export function placeWith(end: string, { pathname, hash }: Pick<Location, 'pathname' | 'hash'>): string {
  if (hash.startsWith('#/')) return hash.split('?')[0] + end;
  const heading = hash.startsWith('#?') || end.startsWith('#') ? '' : hash;
  return pathname + end + heading;
}
