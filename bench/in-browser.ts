/** Builds a page of the benchmarks and has the browser measure in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from 'playwright';
import { build } from 'vite';
import { launchOptions } from '../scripts/browser.ts';
import { serve } from '../scripts/static-server.ts';
import { symbols } from '../src/lib/formula/build/plugin.ts';

/** What `measure()`, which the page in this folder of `bench` puts on its window, returns. */
export async function measureInBrowser<Result>(page: string): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'gatewalk-bench-'));
  try {
    await buildPage(fileURLToPath(new URL(`${page}/`, import.meta.url)), folder);
    return await measureIn<Result>(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const buildPage = (root: string, outDir: string) =>
  build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [symbols(), svelte({ configFile: false })],
    build: { outDir, chunkSizeWarningLimit: Infinity },
  });

async function measureIn<Result>(folder: string): Promise<Result> {
  const server = await serve(folder);
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    return await page.evaluate(() => (window as unknown as { measure(): Result }).measure());
  } finally {
    await browser.close();
    await server.close();
  }
}
