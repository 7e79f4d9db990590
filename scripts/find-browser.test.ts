import { expect, test } from 'vitest';
import { findBrowser, type Machine } from './find-browser.ts';

function machine(platform: NodeJS.Platform, files: string[], environment: Machine['environment'] = {}): Machine {
  return { platform, environment, exists: (path) => files.includes(path) };
}

test('the environment variable goes before everything', () => {
  const environment = { GATEWALK_BROWSER: '/my/browser', PATH: '/usr/bin' };
  expect(findBrowser(machine('linux', ['/usr/bin/chromium'], environment))).toBe('/my/browser');
});

test('on Linux the commands on the PATH are tried, Chromium first', () => {
  const installed = ['/usr/bin/google-chrome', '/usr/local/bin/chromium'];
  expect(findBrowser(machine('linux', installed, { PATH: '/usr/bin:/usr/local/bin' }))).toBe('/usr/local/bin/chromium');
});

test('on macOS applications are found, the user’s own too', () => {
  const chrome = '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser(machine('darwin', [chrome], { HOME: '/Users/ada' }))).toBe(chrome);
});

test('on Windows program folders are searched', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const environment = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
  expect(findBrowser(machine('win32', [edge], environment))).toBe(edge);
});

test('nothing found is said as nothing', () => {
  expect(findBrowser(machine('linux', [], { PATH: '/usr/bin' }))).toBeUndefined();
});
