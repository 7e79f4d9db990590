import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { Random } from '#lib/engine/random.ts';
import { range } from '#lib/engine/instances.ts';
import { en } from '#lib/i18n/en.ts';
import { launchBrowser, visit } from '../journeys/visit.ts';
import { edits, looks, walks } from './acts.ts';
import { takeTurns, type Turn } from './in-page.ts';

// A page that stays open for a whole evening must be as quick at its end as at its beginning, and say nothing.

/** Changes of lesson or language; between two of them there are some turns. */
const rounds = 200;
const turns = 5;
const steps = 10;
const views = Object.keys(en.stage.views);

const random = new Random(5);
const oneOf = <T>(all: readonly T[]): T => all[random.below(all.length)];

const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((each) => ({ each, place: random.below(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => each);

function newTurn(): Turn {
  return {
    keys: oneOf(walks),
    steps,
    // Most of what can be changed is changed there.
    view: random.below(2) ? 'change' : oneOf(views),
    look: oneOf(looks),
    edits: shuffled(edits),
    pick: random.below(1000),
  };
}

/** To the same lesson in the other language, or to its neighbour, without loading a page anew. */
async function turnOver(page: Page, link: string): Promise<void> {
  const before = new URL(page.url()).pathname;
  await page
    .locator(link)
    .first()
    .evaluate((element: HTMLElement) => element.click());
  await page.waitForURL(({ pathname }) => pathname !== before);
  await page.locator('.stage button:enabled').first().waitFor();
}

/**
 * Chromium goes on compiling what is used much, and compiles it anew, for hours: after the first tenth that added 2.5 MB
 * to 20, and all else in the heap together nothing. So it only interprets here, and what grows is what the page keeps.
 */
const withoutCompiler = '--js-flags=--jitless';

interface Kept {
  /** Bytes. */
  readonly heap: number;
  readonly nodes: number;
}

/** What is in use after everything that nobody needs is gone. */
async function keptBy(page: Page): Promise<Kept> {
  const session = await page.context().newCDPSession(page);
  for (const _ of range(1, 3)) await session.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');

  await session.detach();
  return { heap, nodes };
}

test(`after ${rounds * turns * steps} steps, ${rounds * turns} changes and ${rounds} pages it keeps no more than at first`, async () => {
  const browser = await launchBrowser(withoutCompiler);
  const { page, faults } = await visit(browser, inject('site'), 'en/lstm-backward/', {
    viewport: { width: 1280, height: 720 },
  });
  const made = new Map(edits.map(({ kind }) => [kind, 0]));
  const kept: Kept[] = [];
  for (const round of range(1, rounds)) {
    for (const kind of await page.evaluate(takeTurns, range(1, turns).map(newTurn)))
      made.set(kind, made.get(kind)! + 1);
    await turnOver(page, round % 2 ? 'header a[hreflang]' : '.prose :is(a[rel=next], a[rel=prev])');
    // Both lessons in both languages have had their turn equally often, and the page is one that was just opened.
    if (round === rounds / 10 || round === rounds) kept.push(await keptBy(page));
  }
  expect(faults).toEqual([]);
  expect([...made].filter(([, times]) => times === 0)).toEqual([]);
  expect([...made.values()].reduce((sum, times) => sum + times)).toBe(rounds * turns);
  for (const of of ['heap', 'nodes'] as const)
    expect(kept[1][of] / kept[0][of], `${of}: ${kept[0][of]}, then ${kept[1][of]}`).toBeLessThan(1.1);
  await browser.close();
});
