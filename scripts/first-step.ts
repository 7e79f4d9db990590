/** What a browser really fetches of a lesson's page before its first step works. */
import { join } from 'node:path';
import { chromium } from 'playwright';
import { en } from '../src/lib/i18n/en.ts';
import { zh } from '../src/lib/i18n/zh.ts';
import { launchOptions } from './browser.ts';
import { serve } from './static-server.ts';

const next = [en, zh].map(({ walk }) => `.stage button[aria-label="${walk.next}"]:enabled`).join();

/** The modules, as files of the folder, that a page asks for until the button for the next step can be pressed. */
export async function fetchedBeforeFirstStep(folder: string, page: string): Promise<string[]> {
  const server = await serve(folder);
  const browser = await chromium.launch(launchOptions());
  try {
    const tab = await browser.newPage();
    const files: string[] = [];
    await tab.route('**/*.js', async (route) => {
      // Answered when the page has done what it was at: what is asked for while it comes to life is not what it waited for.
      const works = await tab.evaluate((button) => document.querySelector(button) !== null, next);
      if (!works) files.push(join(folder, new URL(route.request().url()).pathname));
      await route.continue();
    });
    await tab.goto(server.address + page, { waitUntil: 'networkidle' });
    await tab.locator(next).first().waitFor();
    return files;
  } finally {
    await browser.close();
    await server.close();
  }
}
