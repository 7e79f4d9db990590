import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import english from './build/fixtures/output/15-first-symbol.en.json';
import chinese from './build/fixtures/output/15-first-symbol.zh.json';
import type { LessonDocument, LiveNumber } from './document.ts';
import { readNumber } from './lesson-numbers.ts';
import { LessonRuns } from './lesson-runs.ts';
import LessonProse from './LessonProse.svelte';
import { SceneWatcher } from './scene-watcher.svelte.ts';

const en = english as unknown as LessonDocument;
const zh = chinese as unknown as LessonDocument;
const runs = new LessonRuns(en);

const base = {
  document: en,
  runs,
  lessonHref: (slug: string) => `/en/${slug}/`,
  previous: { href: '/en/lstm-cell/', title: 'The cell' },
  next: { href: '/en/looking-back/', title: 'Looking back' },
};

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];

beforeEach(() => scrollTo(0, 0));

test('a lesson is shown with its scenes, table, code, links and footnotes; what a speaker says is not', async () => {
  await render(LessonProse, base);
  expect(all('section[data-scene]').map(({ id }) => id)).toEqual(['opening', 'forget', 'mirror']);
  await expect.element(page.getByRole('heading', { level: 1, name: 'The first symbol' })).toBeVisible();
  expect(all('table tbody tr').length).toBe(2);
  expect(all('pre')[0].textContent).toBe('0.5 stays as it is');
  expect(document.body.textContent).not.toContain('Say it slowly');
  const link = (name: string) => page.getByRole('link', { name });
  await expect.element(link('the way back')).toHaveAttribute('href', '/en/looking-back/');
  await expect.element(link('Footnote 1').first()).toHaveAttribute('href', '#footnote-1');
  await expect.element(link('Back to the text, footnote 1')).toHaveAttribute('href', '#reference-1');
  await expect.element(link('Looking back')).toHaveAttribute('rel', 'next');
});

test('every number is the run’s, to the last bit', async () => {
  await render(LessonProse, base);
  const shown = all('[data-address]');
  expect(shown.length).toBeGreaterThan(6);
  for (const { dataset, title } of shown) {
    expect(dataset.value).toBe(String(readNumber(runs, dataset.address!)));
    expect(title).toBe(dataset.value);
  }
});

test('a number that the stage shows otherwise says so, in the text and in a formula, and stays what it is', async () => {
  const onStage = ({ address }: LiveNumber): number | undefined => (address === 'forget.gate@2[0]' ? 0.25 : undefined);
  const screen = await render(LessonProse, base);
  expect(all('.elsewhere')).toEqual([]);
  await screen.rerender({ ...base, onStage });
  const marked = all('.elsewhere');
  expect(marked.some((number) => number.closest('.formula'))).toBe(true);
  expect(marked.some((number) => number.closest('table'))).toBe(true);
  const own = readNumber(runs, 'forget.gate@2[0]');
  for (const { dataset, title, textContent } of marked) {
    expect([dataset.address, dataset.value, textContent]).toEqual(['forget.gate@2[0]', String(own), '0.833']);
    expect(title).toBe(`${own}, on the stage now 0.25`);
  }
});

test('pointing at a term lights it up, and so does a number of it elsewhere', async () => {
  await render(LessonProse, base);
  const [term] = all('[data-term="forget.gate"]');
  await userEvent.hover(term);
  await expect.element(term).toHaveClass('lit');
  await userEvent.hover(all('table [data-address="forget.gate@3[0]"]')[0]);
  await expect.element(term).toHaveClass('lit');
  await userEvent.hover(all('h1')[0]);
  await expect.element(term).not.toHaveClass('lit');
});

test('foreign words say which language they are in', async () => {
  await render(LessonProse, { ...base, document: zh });
  const foreign = all('span[lang]').map(({ lang, textContent }) => [lang, textContent]);
  expect(foreign).toContainEqual(['en', 'forget gate']);
});

test.each([en, zh])('axe has nothing to say ($language)', async (lesson) => {
  await render(LessonProse, { ...base, document: lesson });
  const { violations } = await axe.run(all('article')[0]);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
});

test('an author’s mistake is shown while developing', async () => {
  const text = 'en.md:3:1: unknown visual “stripp”\n3 | ::visual{name=stripp}';
  const sections = [{ scene: null, blocks: [{ type: 'mistake' as const, text }] }];
  await render(LessonProse, { ...base, document: { ...en, sections } });
  await expect.element(page.getByText('unknown visual “stripp”')).toBeVisible();
});

test('the reader’s own scroll enters a scene; the page’s own does not', async () => {
  const onenter = vi.fn();
  const watcher = new SceneWatcher(onenter);
  await render(LessonProse, { ...base, watcher });
  for (const section of all('section')) section.style.minHeight = '150vh';
  const scrollTo = (id: string): void => document.getElementById(id)!.scrollIntoView();
  scrollTo('forget');
  await expect.poll(() => watcher.current).toBe('forget');
  expect(onenter).not.toHaveBeenCalled();
  dispatchEvent(new WheelEvent('wheel', { deltaY: 100 }));
  scrollTo('mirror');
  await expect.poll(() => onenter.mock.calls).toEqual([['mirror']]);
  await expect.element(all('#mirror')[0]).toHaveClass('current');
});

test('what the browser’s search finds in a scene enters it; back in the page nothing scrolls by itself', async () => {
  const onenter = vi.fn();
  const watcher = new SceneWatcher(onenter);
  await render(LessonProse, { ...base, watcher });
  for (const section of all('section')) section.style.minHeight = '150vh';
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 500));
  await aWhile();
  dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true }));
  await aWhile();
  document.getElementById('forget')!.scrollIntoView();
  await expect.poll(() => onenter.mock.calls).toEqual([['forget']]);
  dispatchEvent(new FocusEvent('focus'));
  document.getElementById('mirror')!.scrollIntoView();
  await expect.poll(() => watcher.current).toBe('mirror');
  expect(onenter.mock.calls).toEqual([['forget']]);
});

test('a link in the text jumps as the page wants it to', async () => {
  const jump = vi.fn((action: () => void) => action());
  const onenter = vi.fn();
  await render(LessonProse, { ...base, watcher: new SceneWatcher(onenter), jump });
  await page.getByRole('link', { name: 'the beginning' }).click();
  expect(jump).toHaveBeenCalledOnce();
  expect(onenter.mock.calls).toEqual([['opening']]);
});

test('a link to a scene takes the stage along', async () => {
  const onenter = vi.fn();
  await render(LessonProse, { ...base, watcher: new SceneWatcher(onenter) });
  await page.getByRole('link', { name: 'the beginning' }).click();
  expect(onenter.mock.calls).toEqual([['opening']]);
  expect(document.activeElement).toBe(document.getElementById('opening'));
});

test('a term that was tapped stays lit until the next tap, whatever is scrolled meanwhile', async () => {
  const touch = (element: Element, ...types: string[]): void => {
    for (const type of types)
      element.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', bubbles: !/leave/.test(type) }));
    document.querySelector('article')!.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'touch' }));
  };
  await render(LessonProse, base);
  // The pointer of the machine that runs this may rest on the text.
  document.querySelector('article')!.style.pointerEvents = 'none';
  const term = all('.term')[0];
  const isLit = () => term.classList.contains('lit');
  touch(term, 'pointerover', 'pointerdown', 'pointerup', 'pointerout');
  await expect.poll(isLit).toBe(true);
  touch(all('h1')[0], 'pointerover', 'pointerdown', 'pointercancel', 'pointerout');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isLit()).toBe(true);
  for (const elsewhere of [all('h1')[0], document.body]) {
    touch(term, 'pointerover', 'pointerdown', 'pointerup', 'pointerout');
    await expect.poll(isLit).toBe(true);
    touch(elsewhere, 'pointerover', 'pointerdown', 'pointerup', 'pointerout');
    await expect.poll(isLit).toBe(false);
  }
});

test('a row of Chinese numbers breaks between them, never behind a bracket or a sign', async () => {
  const number = { type: 'number', address: 'forget.gate@2[0]', text: '+0.797', value: 0.797, slot: 'forget' } as const;
  const texts = ['是', '、', '、', '（', '）≈ '].map((text) => ({ type: 'text', text }) as const);
  const inlines = texts.flatMap((text) => [text, number]);
  const sections = [{ scene: null, blocks: [{ type: 'paragraph', inlines }] }];
  await render(LessonProse, { ...base, document: { ...zh, sections } as LessonDocument });
  const paragraph = all('article > div p')[0];
  paragraph.style.width = '5em';
  const tops = all('article > div .number').map((each) => Math.round(each.getBoundingClientRect().top));
  expect(tops[1]).toBeGreaterThan(tops[0]);
  expect(tops[2]).toBeGreaterThan(tops[1]);
  expect(paragraph.querySelectorAll('wbr').length).toBe(2);
});
