import { expect, test } from 'vitest';
import { stopWhenWide } from './stop-when-wide.ts';

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
