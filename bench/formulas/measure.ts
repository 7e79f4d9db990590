/** Setting a step's formula in the page, against having KaTeX typeset it anew; measured in the browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from 'playwright';
import { build } from 'vite';
import { launchOptions } from '../../scripts/browser.ts';
import { serve } from '../../scripts/static-server.ts';
import { symbols } from '../../src/lib/formula/build/plugin.ts';

/** Time of typesetting ÷ time of the live formula. */
export interface FormulaRatios {
  /** Step by step. */
  readonly walk: number;
  /** The same equation at all its timesteps, then the next one. */
  readonly equationWise: number;
}

export async function measureFormulas(): Promise<FormulaRatios> {
  const folder = mkdtempSync(join(tmpdir(), 'gatewalk-bench-'));
  try {
    await buildPage(folder);
    return await measureIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const buildPage = (outDir: string) =>
  build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    plugins: [symbols(), svelte({ configFile: false })],
    build: { outDir, chunkSizeWarningLimit: Infinity },
  });

async function measureIn(folder: string): Promise<FormulaRatios> {
  const server = await serve(folder);
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    return await page.evaluate(() => (window as unknown as { measure(): FormulaRatios }).measure());
  } finally {
    await browser.close();
    await server.close();
  }
}
