import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { launchOptions } from '../../../scripts/browser.ts';

export interface Visit {
  page: Page;
  /** What went wrong so far: console messages, errors, policy violations, failed requests, requests to elsewhere. */
  faults: string[];
  close: () => Promise<void>;
}

/** @param further arguments of the browser */
export function launchBrowser(...further: readonly string[]): Promise<Browser> {
  const { args, ...options } = launchOptions();
  return chromium.launch({ ...options, args: [...args, ...further], headless: true });
}

/** Waits until the page, prerendered as it comes, takes keys and clicks: a busy machine is quiet on the network long before. */
export const awake = (page: Page): Promise<void> =>
  page.locator('html:not([data-state]) .stage button:enabled').first().waitFor();

export async function reload(page: Page): Promise<void> {
  // A request that a reload cuts off would count as failed.
  await page.waitForLoadState('networkidle');
  await page.reload({ waitUntil: 'networkidle' });
  await awake(page);
}

/** Opens a page of the site at `home` in a fresh profile, watches it, and waits until it is awake. */
export async function visit(
  browser: Browser,
  home: string,
  path = '',
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  await watch(page, home, faults);
  await page.goto(home + path, { waitUntil: 'networkidle' });
  if (options.javaScriptEnabled !== false && (await page.locator('.stage').count())) await awake(page);
  return { page, faults, close: () => context.close() };
}

async function watch(page: Page, home: string, faults: string[]): Promise<void> {
  const belongs = (url: string) => url.startsWith(home) || url.startsWith('data:') || url.startsWith('blob:');

  page.on('console', (message) => faults.push(`console.${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (!belongs(request.url())) faults.push(`request to elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`answered with ${response.status()}: ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // What a test leaves a page too early for was aborted by the test.
    if (reason !== 'net::ERR_ABORTED') faults.push(`request failed (${reason}): ${request.url()}`);
  });

  await page.exposeFunction('reportViolation', (violation: string) => faults.push(`policy violation: ${violation}`));
  await page.addInitScript(() => {
    const { reportViolation } = window as unknown as { reportViolation: (violation: string) => void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      reportViolation(`${violatedDirective} blocked ${blockedURI} in ${sourceFile}`);
    });
  });
}
