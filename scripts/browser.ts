import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';

const isRoot = process.getuid?.() === 0;

/**
 * Chromium keeps two pages of its own ready under the address bar of every window, which nobody sees here: a quarter of
 * the work of a visit. The others are what Playwright switches off, whose own list this one takes the place of.
 */
const unwanted = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** How Playwright starts the browser of this machine. */
export function launchOptions(): { executablePath?: string; args: string[] } {
  const executablePath = findBrowser();
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      `--disable-features=${unwanted.join()}`,
      '--no-first-run',
      // Containers often give /dev/shm 64 MB, which a page of formulas can exceed.
      '--disable-dev-shm-usage',
      // Chromium's sandbox refuses to start as root, which is who runs most continuous integration.
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  };
}

/** The browser's path; installs one where that is nobody's surprise, and otherwise fails with what to do. */
export function requireBrowser(): string {
  const found = findBrowser() ?? installOnBuildServer();
  if (!found || !existsSync(found)) {
    const named = process.env.GATEWALK_BROWSER;
    throw new Error(
      named
        ? `GATEWALK_BROWSER names ${named}, which does not exist: set it to the path of a Chromium, Chrome or Edge.`
        : 'No browser found: install Chromium, Chrome or Edge, or set GATEWALK_BROWSER to the path of one.',
    );
  }
  return found;
}

function installOnBuildServer(): string | undefined {
  if (!process.env.CI || !isRoot || !existsSync('/etc/debian_version')) return undefined;
  console.log('No browser found; installing Debian’s chromium package.');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    spawnSync('apt-get', words, { stdio: 'inherit', env: environment });
  }
  return findBrowser();
}
