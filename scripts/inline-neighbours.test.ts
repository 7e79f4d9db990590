import { expect, test } from 'vitest';
import { inlineNeighbours } from './inline-neighbours.ts';

const shell = `<!-- Asked for before all else. -->
<link rel="preload" href="/boot.js" as="script" />
<link rel="icon" href="/icon.svg" type="image/svg+xml" />
<link rel="manifest" href="/manifest.webmanifest" />
<script src="/boot.js"></script>`;

test('the page carries its neighbours inside', () => {
  const html = inlineNeighbours(shell, (name) => `content of ${name}`);
  expect(html).toContain('<script>content of boot.js</script>');
  expect(html).toContain('href="data:image/svg+xml,content%20of%20icon.svg"');
  expect(html).not.toContain('manifest');
  expect(html).not.toContain('preload');
});

test('a shell that has changed is reported, not passed over', () => {
  expect(() => inlineNeighbours('<html></html>', () => '')).toThrow('src/app.html');
});
