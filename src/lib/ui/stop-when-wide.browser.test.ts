import { expect, test } from 'vitest';
import '../../app.css';
import { fadeWhenWide, stopWhenWide } from './stop-when-wide.ts';

test('only what can be scrolled is a stop of the keyboard, and who stands there is not sent away', async () => {
  const element = document.createElement('div');
  element.style.cssText = 'width: 100px; overflow-x: auto; white-space: nowrap';
  document.body.append(element);
  const stop = stopWhenWide(element)!;
  element.textContent = 'short';
  await expect.poll(() => element.getAttribute('tabindex')).toBe(null);
  element.textContent = 'much longer than a hundred pixels are';
  await expect.poll(() => element.getAttribute('tabindex')).toBe('0');
  element.focus();
  element.textContent = 'brief';
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(document.activeElement).toBe(element);
  element.blur();
  element.textContent = 'tiny';
  await expect.poll(() => element.getAttribute('tabindex')).toBe(null);
  stop();
  element.remove();
});

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
