import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { outputFolder, singleFile } from './scripts/build-mode.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The content of static/boot.js stands inside the single file, where only its hash can allow it to run. */
const bootHash = /** @type {const} */ (
  `sha256-${createHash('sha256').update(readFileSync('static/boot.js')).digest('base64')}`
);

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
  kit: {
    adapter: adapter({ pages: outputFolder, fallback: singleFile ? 'gatewalk.html' : '404.html' }),
    // The gallery is for those who work on Gatewalk: no page leads to it.
    prerender: { entries: ['*', '/en/gallery/', '/zh/gallery/'] },
    output: { bundleStrategy: singleFile ? 'inline' : 'split' },
    router: { type: singleFile ? 'hash' : 'pathname' },
    // Without '.js', the page options in src/routes/+layout.js are invisible; the hash router refuses them.
    moduleExtensions: singleFile ? ['.ts'] : ['.js', '.ts'],
    paths: {
      base: /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? ''),
      // Links of the single file are '#/…' alone: with the folder before it, a link would leave the file for its folder.
      relative: !singleFile,
    },
    version: { name: version },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': singleFile ? ['self', bootHash] : ['self'],
        'style-src': ['self'],
        // KaTeX lays a formula out with style attributes; without this every formula collapses.
        'style-src-attr': ['unsafe-inline'],
        'font-src': singleFile ? ['self', 'data:'] : ['self'],
        'img-src': singleFile ? ['self', 'data:'] : ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
      },
    },
    typescript: {
      config: (config) => ({
        ...config,
        include: [...config.include, '../scripts/**/*', '../bench/**/*', '../*.config.js', '../*.config.ts'],
      }),
    },
  },
};
