import type { Handle } from '@sveltejs/kit';
import { isLanguage, languages } from '#lib/i18n/languages.ts';

/** Puts the page's language into its `lang`, before a screen reader has chosen a voice. */
export const handle: Handle = ({ event, resolve }) => {
  const wanted = event.params.lang ?? '';
  const { lang } = languages[isLanguage(wanted) ? wanted : 'en'];
  return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', lang) });
};
