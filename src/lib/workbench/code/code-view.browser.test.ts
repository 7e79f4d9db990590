import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { cells } from '#lib/cells/registry.ts';
import type { Step } from '#lib/engine/steps.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import CodeView from './CodeView.svelte';

const model = specimen(cells.lstm);
const step: Step = { pass: 'forward', id: 'forget.gate', t: 2 };
const next: Step = { pass: 'backward', id: 'cell.state', t: 2 };

const shown = (container: Element): string => container.querySelector('pre')!.textContent;

afterEach(() => vi.restoreAllMocks());

describe('the code view', () => {
  test('shows the step in either library, follows the walk, and shows the whole model', async () => {
    await page.viewport(1200, 800);
    const { container, rerender } = await render(CodeView, { model, step, language: 'en' });
    expect(shown(container)).toContain('forget_gate_2 = sigmoid(forget_preactivation_2)');
    await page.getByRole('radio', { name: 'PyTorch' }).click({ force: true });
    expect(shown(container)).toContain('forget_gate_2 = torch.sigmoid(forget_preactivation_2)');
    await rerender({ step: next });
    expect(shown(container)).toContain('torch.autograd.grad');
    await page.getByRole('radio', { name: 'the whole model' }).click({ force: true });
    expect(shown(container)).toContain('nn.LSTM(2, 2)');
  });

  test('comments are in the reader’s language', async () => {
    const { container } = await render(CodeView, { model, step: next, language: 'zh' });
    expect(shown(container)).toContain('细胞状态');
  });

  test('the button says what became of copying, until there is other code', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { container, rerender } = await render(CodeView, { model, step, language: 'en' });
    const button = container.querySelector('button')!;
    await userEvent.click(button);
    await expect.element(button).toHaveTextContent('Copied');
    expect(write).toHaveBeenCalledExactlyOnceWith(shown(container));
    await rerender({ step: next });
    await expect.element(button).toHaveTextContent('Copy');
    write.mockRejectedValue(new Error('not allowed'));
    await userEvent.click(button);
    await expect.element(button).toHaveTextContent('select the code');
  });

  test('long code scrolls within itself, reached by the keyboard', async () => {
    await page.viewport(360, 700);
    const { container } = await render(CodeView, { model, step: next, language: 'en' });
    const code = container.querySelector('pre')!;
    expect(code.tabIndex).toBe(0);
    expect(code.scrollWidth).toBeGreaterThan(code.clientWidth);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});
