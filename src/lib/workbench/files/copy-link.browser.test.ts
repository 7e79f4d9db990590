import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { en } from '#lib/i18n/later/en.ts';
import CopyLink from './CopyLink.svelte';

const words = en.files;
const copy = () => page.getByRole('button', { name: words.copy }).click();

test('what becomes of copying is seen and told', async () => {
  const write = vi
    .spyOn(navigator.clipboard, 'writeText')
    .mockRejectedValueOnce(new DOMException('no'))
    .mockResolvedValue();
  const onoutcome = vi.fn();
  await render(CopyLink, { language: 'en', linkState: { at: 'forward:loss' }, onoutcome });
  await copy();
  await expect.element(page.getByText(words.notCopied)).toBeVisible();
  await copy();
  await expect.element(page.getByText(words.copied)).toBeVisible();
  expect(onoutcome.mock.calls).toEqual([[words.notCopied], [words.copied]]);
  expect(write.mock.lastCall![0]).toMatch(/\?at=forward:loss$/);
});

test('a link that may be cut says so when it is copied', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const linkState = { at: 'forward:loss', model: '1,'.repeat(2000) };
  await render(CopyLink, { language: 'en', linkState, onoutcome: () => undefined });
  await copy();
  await expect.element(page.getByText(/copied\. .* link of 4,\d\d\d characters/)).toBeVisible();
});
