import { render } from 'svelte/server';
import type { Handle } from '@sveltejs/kit';
import { isLanguage, languages } from '#lib/i18n/languages.ts';
import { singleFile } from '../scripts/build-mode.js';
import ErrorPage from './routes/+error.svelte';

/** Puts the page's language into its `lang`, before a screen reader has chosen a voice. */
export const handle: Handle = ({ event, resolve }) => {
  const wanted = event.params.lang ?? '';
  const { lang } = languages[isLanguage(wanted) ? wanted : 'en'];
  // The page for what no route knows is an empty one, which scripts fill.
  const isEmpty = event.route.id === null;
  const fill = (page: string): string =>
    page
      .replace('</head>', '<title>Gatewalk</title>$&')
      // Not at the end: what stands there in the single file is a script, and may say anything.
      .replace('<body>', `$&${withoutScripts()}`);
  return resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = html.replace('%lang%', lang);
      return isEmpty ? fill(page) : page;
    },
  });
};

/** The empty page is the answer to an unknown address; in the one-file build it is the file. */
function withoutScripts(): string {
  const needsScripts = Object.values(languages).map(
    ({ lang, missing }) => `<p lang="${lang}">${missing.needsScripts}</p>`,
  );
  return `<noscript>${singleFile ? needsScripts.join('') : render(ErrorPage).body}</noscript>`;
}
