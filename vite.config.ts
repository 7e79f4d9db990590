import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './scripts/browser.ts';
import { singleFile } from './scripts/build-mode.js';
import { onlyWoff2 } from './scripts/only-woff2.ts';
import { symbols } from './src/lib/formula/build/plugin.ts';
import { lessons } from './src/lib/lessons/build/plugin.ts';

/** Unit tests of what others would disturb: the memory of a process. */
const alone = ['src/tests/garbage.test.ts'];

export default defineConfig({
  plugins: [onlyWoff2(), symbols(), lessons(), sveltekit()],
  // Only met when a chart is first seen, by which time preparing it would load the page anew.
  optimizeDeps: { include: ['chart.js'] },
  build: {
    // A site never inlines: a font as a data: address would be blocked by the Content-Security-Policy.
    // The single file inlines everything: it has no neighbours to load from.
    assetsInlineLimit: singleFile ? Infinity : 0,
    chunkSizeWarningLimit: singleFile ? Infinity : 500,
    // Both complain about SvelteKit's own parts, which nobody here can change: a build that warns always warns in vain.
    rolldownOptions: { checks: { bundlerTimings: false, emptyImportMeta: false } },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{src,scripts,bench}/**/*.test.ts'],
          exclude: ['**/*.{browser,journey,soak}.test.ts', ...alone],
          setupFiles: ['src/tests/quiet-console.ts', 'src/tests/every-symbol-and-word.ts'],
          // Nothing here keeps a state; loading all modules anew for every file would be half the work.
          isolate: false,
          // Of two cores, too: whoever starts the workers has nothing to do but wait for them.
          maxWorkers: '100%',
          // Property tests bound their own work; a busy machine must not fail them.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit, each by itself',
          environment: 'node',
          include: alone,
          maxWorkers: '100%',
          setupFiles: ['src/tests/quiet-console.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.ts'],
          setupFiles: ['src/tests/quiet-console.ts', 'src/tests/every-symbol-and-word.ts', 'vitest-browser-svelte'],
          globalSetup: ['src/tests/require-browser.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['src/tests/journeys/**/*.journey.test.ts'],
          globalSetup: ['src/tests/require-browser.ts', 'src/tests/journeys/serve-builds.ts'],
          // Each has a browser of its own and waits for it most of the time.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'soak',
          environment: 'node',
          include: ['src/tests/soak/**/*.soak.test.ts'],
          globalSetup: ['src/tests/require-browser.ts', 'src/tests/journeys/serve-builds.ts'],
          // A slow machine must not fail it: a quarter of an hour is usual.
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});
