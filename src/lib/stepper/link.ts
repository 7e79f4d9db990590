/**
 * The part of a page's state that stands in its link, for both builds: the site keeps it in the query, the single file
 * behind its `#`, where its whole address stands.
 */
export type LinkState = Readonly<Record<string, string>>;

const queryOf = ({ search, hash }: Pick<Location, 'search' | 'hash'>): string =>
  hash.startsWith('#/') ? hash.slice(hash.indexOf('?') >>> 0) : search;

export const readLink = (location: Pick<Location, 'search' | 'hash'>): LinkState =>
  Object.fromEntries(new URLSearchParams(queryOf(location)));

/** `: @ [ ] ;` stay as they are, so that a person can read the link; everything else that a query may not hold is escaped. */
export function linkQuery(state: LinkState): string {
  const parts = Object.entries(state).map(
    ([name, value]) => `${name}=${encodeURIComponent(value).replace(/%(3A|40|5B|5D|3B)/g, decodeURIComponent)}`,
  );
  return parts.length ? `?${parts.join('&')}` : '';
}
