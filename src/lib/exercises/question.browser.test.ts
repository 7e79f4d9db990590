import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { markChoice, markNumber } from './marking.ts';
import Question from './Question.svelte';
import type { Question as QuestionData } from './question.ts';

const text = (html: string) => createRawSnippet(() => ({ render: () => `<p>${html}</p>` }));
const named = (what: string) =>
  createRawSnippet((id: () => string) => ({ render: () => `<span>${what} ${id()}</span>` }));

const props = (question: QuestionData, language: 'en' | 'zh' = 'en') => ({
  question,
  language,
  mark: (answer: string) =>
    question.kind === 'choice'
      ? markChoice(question, answer, () => 0.833)
      : markNumber(question, answer, () => ({ exact: 0.8334, text: '0.833', from: 0.8334, to: 0.8346, half: 0.0005 })),
  prompt: text('How far open?'),
  option: named('option'),
  feedback: named('feedback'),
  order: question.kind === 'choice' ? question.options.map(({ id }) => id) : [],
});

const choice: QuestionData = {
  kind: 'choice',
  id: 'q',
  answer: 'f',
  options: [
    { id: 'open', above: 0.5 },
    { id: 'shut', below: 0.5 },
  ],
};
const number: QuestionData = { kind: 'number', id: 'q', answer: 'f', mistakes: [] };

test('a choice is marked when asked for, and the verdict goes when the answer changes', async () => {
  await render(Question, props(choice));
  const check = page.getByRole('button', { name: 'Check' });
  await expect.element(check).toBeDisabled();
  await page.getByRole('radio', { name: 'option shut' }).click();
  await check.click();
  await expect.element(page.getByRole('img', { name: 'Not quite.' })).toBeVisible();
  await expect.element(page.getByText('feedback shut')).toBeVisible();
  await page.getByRole('radio', { name: 'option open' }).click();
  await expect.element(page.getByRole('img', { name: 'Not quite.' })).not.toBeInTheDocument();
  await check.click();
  await expect.element(page.getByRole('img', { name: 'Right.' })).toBeVisible();
});

test('the verdict gets the focus, so that it is read out', async () => {
  await render(Question, props(choice));
  await page.getByRole('radio', { name: 'option open' }).click();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.textContent).toContain('feedback open');
});

test.each([
  ['0.833', '对。', 'feedback right'],
  ['０．８３３', '对。', 'feedback right'],
  ['−0.833', '差一点。', '大小对了，正负号不对。'],
  ['0.83', '差一点。', '到这一位都对：请写满三位小数。'],
  ['0.835', '对。', '末位之差是舍入造成的：多取几位小数，得 0.833。'],
  ['0.832', '差一点。', '算法应该没错。'],
  ['0.7', '还不对。', 'feedback wrong'],
  ['很多', '还不对。', '这不是一个数。'],
])('%s is answered by “%s” and “%s”', async (typed, verdict, feedback) => {
  await render(Question, props(number, 'zh'));
  await page.getByRole('textbox', { name: '你的答案' }).fill(typed);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('img', { name: verdict })).toBeVisible();
  await expect.element(page.getByText(feedback).first()).toBeVisible();
});

test('the verdict is seen whole above what covers the foot of the window, and no further than that', async () => {
  const root = document.documentElement;
  root.style.scrollPaddingBottom = '120px';
  document.body.style.padding = '2000px 0';
  const { container } = await render(Question, props(choice));
  await page.getByRole('radio', { name: 'option open' }).click();
  const check = container.querySelector('button')!;
  const verdict = container.querySelector('.verdict')!;
  const answer = async (room: number): Promise<number> => {
    verdict.parentElement!.querySelector<HTMLElement>('label')!.click();
    scrollTo(0, scrollY + check.getBoundingClientRect().bottom - (innerHeight - room));
    const before = scrollY;
    check.focus({ preventScroll: true });
    check.click();
    await expect.poll(() => document.activeElement === verdict).toBe(true);
    return scrollY - before;
  };
  expect(await answer(125)).toBeGreaterThan(0);
  expect(Math.round(innerHeight - verdict.getBoundingClientRect().bottom)).toBe(120);
  check.focus();
  expect(await answer(300)).toBe(0);
  root.removeAttribute('style');
  document.body.removeAttribute('style');
});

test('what marks the answer may be out of reach: that is said, and the answer stays', async () => {
  await render(Question, { ...props(number), mark: () => Promise.reject(new TypeError('offline')) });
  await page.getByRole('textbox').fill('0.8');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Is there a connection?')).toBeVisible();
  await expect.element(page.getByRole('textbox')).toHaveValue('0.8');
});
