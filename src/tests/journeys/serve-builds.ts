import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildSite } from '../../../scripts/builds.ts';
import { serve } from '../../../scripts/static-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the built site at the root of a server. */
    site: string;
    /** The address of the site built for, and served under, a folder: many sites live at `/name/`. */
    siteInFolder: string;
    /** The file: address of the one-file build. */
    singleFile: string;
  }
}

const base = '/gatewalk';

/** Serves what `npm run build` has built, and the same built for a subfolder. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('build/gatewalk.html')) throw new Error('There is no build to walk through: run `npm run build`.');
  await buildSite({ folder: 'build-in-folder', base });

  const site = await serve('build');
  const siteInFolder = await serve('build-in-folder', { base });
  provide('site', site.address);
  provide('siteInFolder', siteInFolder.address);
  provide('singleFile', pathToFileURL(resolve('build/gatewalk.html')).href);

  return async () => {
    await site.close();
    await siteInFolder.close();
  };
}
