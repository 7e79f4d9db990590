import type { Plugin } from 'vite';

const olderFonts = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g;

/**
 * KaTeX's stylesheet offers each font in three formats. Every supported browser reads woff2, so the others would only
 * make the site larger, and the single file three times as large.
 */
export function onlyWoff2(): Plugin {
  return {
    name: 'gatewalk:only-woff2',
    enforce: 'pre',
    transform(code, id) {
      const isKatexStylesheet = /\/katex\/.*\.css(?:$|\?)/.test(id);
      return isKatexStylesheet ? { code: code.replaceAll(olderFonts, ''), map: null } : undefined;
    },
  };
}
