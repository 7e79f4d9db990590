import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions, requireBrowser } from './browser.ts';
import { indexedPng } from './indexed-png.ts';
import { serve } from './static-server.ts';

// npm run screenshot: the picture in the README, taken of what `npm run build` has built.

const page = 'en/lstm-backward/?at=backward:cell.state@2';
const picture = '.github/screenshot.png';

requireBrowser();
const site = await serve('build');
const browser = await chromium.launch({ ...launchOptions(), headless: true });
const tab = await browser.newPage({
  viewport: { width: 1280, height: 720 },
  deviceScaleFactor: 2,
  colorScheme: 'light',
  reducedMotion: 'reduce',
});
await tab.goto(site.address + page, { waitUntil: 'networkidle' });
await tab.locator('html:not([data-state]) .stage button:enabled').first().waitFor();
await tab.evaluate(() => document.fonts.ready);
const taken = await tab.screenshot();
const { pixels, width } = await pixelsOf(taken);
await browser.close();
await site.close();

const file = indexedPng(Buffer.from(pixels, 'base64'), width);
mkdirSync(dirname(picture), { recursive: true });
writeFileSync(picture, file);
console.log(`${picture}: ${Math.round(file.length / 1024)} KB`);

/** As red, green, blue and opacity, which a browser can tell of every picture; in Base64, as messages to it are text. */
async function pixelsOf(png: Buffer): Promise<{ pixels: string; width: number }> {
  // The site's own pages may not fetch what is not theirs.
  const desk = await browser.newPage();
  return desk.evaluate(
    async (source) => {
      const image = await createImageBitmap(await (await fetch(source)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const reader = new FileReader();
      const read = new Promise((done) => (reader.onload = done));
      reader.readAsDataURL(new Blob([data]));
      await read;
      return { pixels: (reader.result as string).split(',')[1], width: image.width };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}
