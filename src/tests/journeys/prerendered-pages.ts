import { readdirSync } from 'node:fs';

/** The paths of all prerendered pages of a build, relative to its home and ending in a slash: `''`, `en/`, … */
export function prerenderedPages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?:^|\/)index\.html$/.test(file))
    .map((file) => file.slice(0, -'index.html'.length))
    .sort();
}
