import { expect, test } from 'vitest';
import { fadeWhenWide } from '#lib/ui/stop-when-wide.ts';
import '../app.css';

test('what is cut at a side fades there, and nothing else does', async () => {
  const element = document.createElement('div');
  element.style.cssText = 'width: 100px; overflow-x: auto; white-space: nowrap';
  element.textContent = 'much longer than a hundred pixels are';
  document.body.append(element);
  const stop = fadeWhenWide(element)!;
  const mask = () => getComputedStyle(element).maskImage;
  await expect.poll(() => element.dataset.more).toBe('behind');
  expect(mask()).toContain('linear-gradient');
  expect(element.hasAttribute('tabindex')).toBe(false);
  element.scrollLeft = 20;
  await expect.poll(() => element.dataset.more).toBe('before behind');
  element.scrollLeft = element.scrollWidth;
  await expect.poll(() => element.dataset.more).toBe('before');
  element.textContent = 'short';
  await expect.poll(() => element.dataset.more).toBe('');
  expect(mask()).toBe('none');
  stop();
  element.remove();
});
