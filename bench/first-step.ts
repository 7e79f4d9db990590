/** What a browser really fetches of a lesson's page before its first step works. */
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { launchOptions } from '../scripts/browser.ts';
import { serve } from '../scripts/static-server.ts';
import { en } from '../src/lib/i18n/en.ts';

/** KB of gzipped modules by the time that the button for the next step can be pressed: code, words, and the lesson's text. */
export async function fetchedBeforeFirstStep(folder: string, page: string): Promise<number> {
  const server = await serve(folder);
  const browser = await chromium.launch(launchOptions());
  try {
    const tab = await browser.newPage();
    const fetched: Promise<number>[] = [];
    tab.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        fetched.push(response.body().then((body) => gzipSync(body, { level: 9 }).length / 1024));
    });
    await tab.goto(server.address + page, { waitUntil: 'commit' });
    await tab.locator(`.stage button[aria-label="${en.walk.next}"]:enabled`).first().waitFor();
    return (await Promise.all([...fetched])).reduce((sum, size) => sum + size, 0);
  } finally {
    await browser.close();
    await server.close();
  }
}
