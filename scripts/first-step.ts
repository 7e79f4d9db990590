/** What a browser really fetches of a lesson's page before its first step works. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright';
import { en } from '../src/lib/i18n/en.ts';
import { zh } from '../src/lib/i18n/zh.ts';
import { launchOptions } from './browser.ts';
import { serve } from './static-server.ts';

/** ms; longer than a page needs to come to life, so that what it asks for in that moment is not counted as its condition. */
const latency = 500;

const next = [en, zh].map(({ walk }) => `.stage button[aria-label="${walk.next}"]:enabled`).join();

/** The modules, as files of the folder, that have arrived when the button for the next step can first be pressed. */
export async function fetchedBeforeFirstStep(folder: string, page: string): Promise<string[]> {
  const server = await serve(folder);
  const browser = await chromium.launch(launchOptions());
  try {
    const tab = await browser.newPage();
    await tab.route('**/*.js', async (route) => {
      await setTimeout(latency);
      await route.continue();
    });
    await tab.addInitScript((button) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector(button)) return;
        performance.mark('first step');
        observer.disconnect();
      }).observe(document, { attributes: true, childList: true, subtree: true });
    }, next);
    await tab.goto(server.address + page, { waitUntil: 'networkidle' });
    const addresses = await tab.evaluate(() => {
      const [{ startTime }] = performance.getEntriesByName('first step');
      const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      return resources.filter(({ responseEnd }) => responseEnd < startTime).map(({ name }) => name);
    });
    const paths = addresses.map((address) => new URL(address).pathname).filter((path) => path.endsWith('.js'));
    return [...new Set(paths)].map((path) => join(folder, path));
  } finally {
    await browser.close();
    await server.close();
  }
}
