import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Machine {
  platform: NodeJS.Platform;
  environment: Record<string, string | undefined>;
  exists: (path: string) => boolean;
}

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];

const linuxPlaces = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const thisMachine: Machine = { platform: process.platform, environment: process.env, exists: existsSync };

/** The path of an installed Chromium, Chrome or Edge, or undefined. GATEWALK_BROWSER goes before everything found. */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  return machine.environment.GATEWALK_BROWSER || candidates(machine).find(machine.exists);
}

function candidates({ platform, environment }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? windowsPrograms.map((program) => `${root}\\${program}`) : []));
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  if (platform === 'darwin') {
    const roots = ['/Applications', `${environment.HOME ?? ''}/Applications`];
    return [...roots.flatMap((root) => macApplications.map((application) => `${root}/${application}`)), ...onPath];
  }
  return [...onPath, ...linuxPlaces];
}
