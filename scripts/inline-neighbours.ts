/**
 * Puts the files that the page shell refers to into the page itself, as a page opened from a USB stick may not load
 * them: boot.js as a script (svelte.config.js allows its hash), the icon as a data: address. The manifest goes: only a
 * served site can be installed.
 */
export function inlineNeighbours(html: string, read: (name: string) => string): string {
  const icon = `data:image/svg+xml,${encodeURIComponent(read('icon.svg'))}`;
  return [
    { tag: /<script src="[^"]*boot\.js"><\/script>/, inlined: `<script>${read('boot.js')}</script>` },
    { tag: /(?<=<link rel="icon" href=")[^"]*icon\.svg(?=")/, inlined: icon },
    { tag: /\s*<!-- Asked for [^>]*-->\s*<link rel="preload"[^>]*boot\.js"[^>]*>/, inlined: '' },
    { tag: /\s*<link rel="manifest"[^>]*>/, inlined: '' },
  ].reduce(replaceOnce, html);
}

function replaceOnce(html: string, { tag, inlined }: { tag: RegExp; inlined: string }): string {
  if (!tag.test(html)) throw new Error(`src/app.html no longer holds ${tag.source}, which the single file replaces.`);
  // A function, because `$` has a meaning in a replacement string, and the script may contain one.
  return html.replace(tag, () => inlined);
}
