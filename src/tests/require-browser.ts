import { requireBrowser } from '../../scripts/browser.ts';

/** Says in one sentence what is missing, before a test runner says it in forty lines. */
export default function setup(): void {
  requireBrowser();
}
