/** In the browser: walks over the stage, operation by operation, drags a weight, and has all that follows laid out. */
import { flushSync, mount } from 'svelte';
import '../../src/app.css';
import { loadLanguage } from '#lib/i18n/languages.ts';
import StageView from '#lib/stage/Stage.svelte';
import { Stage } from '#lib/stage/stage.svelte.ts';
import type { StateInLink } from '#lib/stepper/state-in-link.svelte.ts';
import { presetBase } from '#lib/workbench/preset.ts';
import { median } from '../median.ts';
import type { StageShares } from './measure.ts';

const frame = 1000 / 60;
const stretch = 120;

async function measureAt(hiddenSize: number, timesteps: number): Promise<StageShares> {
  const base = presetBase({ cell: 'lstm', units: hiddenSize, timesteps, seed: 1 });
  const stage = new Stage(() => base, { at: 'forward:forget.gate@1', zoom: 'operation' });
  // The page's link is not part of what is measured.
  const link = { ready: true, bad: [], jump: (action: () => void) => action() } as unknown as StateInLink;
  const target = document.body.appendChild(document.createElement('div'));
  mount(StageView, { target, props: { stage, language: 'en', link } });
  const stepTo = (index: number): number => timeOf(() => void (stage.stepper.index = index));
  const walk = (from: number): number[] => Array.from({ length: stretch }, (_, place) => stepTo(from + place));
  walk(0);
  const late = stage.stepper.legOf('update').first - stretch - 20;
  const [early, end, middle] = [walk(5), walk(late), walk(Math.floor(late / 2))];
  const edits = await drag(stage, target);
  target.remove();
  const all = [...early, ...end, ...middle].toSorted((a, b) => a - b);
  return {
    timesteps,
    hiddenSize,
    median: median(all) / frame,
    slow: all[Math.floor(all.length * 0.95)] / frame,
    lateToEarly: median(end) / median(early),
    edit: median(edits) / frame,
  };
}

/** Drags a weight where a reader does: in the pane that lays it out. */
async function drag(stage: Stage, target: HTMLElement): Promise<number[]> {
  stage.stepper.goTo('backward:W.f');
  stage.view = 'change';
  while (!target.querySelector('input[type=range][max="3"]')) await new Promise((next) => setTimeout(next, 50));
  const to = (place: number) => timeOf(() => stage.bench.set({ 'W.f[0][0]': place / stretch }, 'drag'));
  return Array.from({ length: stretch }, (_, place) => to(place)).slice(stretch / 4);
}

/** Milliseconds. */
function timeOf(change: () => void): number {
  const start = performance.now();
  change();
  flushSync();
  void document.body.offsetHeight;
  return performance.now() - start;
}

async function measure(): Promise<StageShares[]> {
  await loadLanguage('en');
  return [await measureAt(8, 32), await measureAt(16, 128)];
}

Object.assign(window, { measure });
