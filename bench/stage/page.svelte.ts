/** In the browser: walks over the stage, operation by operation, and has every step laid out. */
import { flushSync, mount } from 'svelte';
import '../../src/app.css';
import StageView from '#lib/stage/Stage.svelte';
import { Stage } from '#lib/stage/stage.svelte.ts';
import type { StateInLink } from '#lib/stepper/state-in-link.svelte.ts';
import { presetBase } from '#lib/workbench/preset.ts';
import { median } from '../median.ts';
import type { StageShares } from './measure.ts';

const frame = 1000 / 60;
const stretch = 120;

function measureAt(hiddenSize: number, timesteps: number): StageShares {
  const base = presetBase({ cell: 'lstm', units: hiddenSize, timesteps, seed: 1 });
  const stage = new Stage(() => base, { at: 'forward:forget.gate@1', zoom: 'operation' });
  // The page's link is not part of what is measured.
  const link = { ready: true, bad: [], jump: (action: () => void) => action() } as unknown as StateInLink;
  const target = document.body.appendChild(document.createElement('div'));
  mount(StageView, { target, props: { stage, language: 'en', link } });
  const walk = (from: number): number[] => Array.from({ length: stretch }, (_, place) => timeOf(stage, from + place));
  walk(0);
  const late = stage.stepper.legOf('update').first - stretch - 20;
  const [early, end, middle] = [walk(5), walk(late), walk(Math.floor(late / 2))];
  target.remove();
  const all = [...early, ...end, ...middle].toSorted((a, b) => a - b);
  return {
    timesteps,
    hiddenSize,
    median: median(all) / frame,
    slow: all[Math.floor(all.length * 0.95)] / frame,
    lateToEarly: median(end) / median(early),
  };
}

/** Milliseconds. */
function timeOf(stage: Stage, index: number): number {
  const start = performance.now();
  stage.stepper.index = index;
  flushSync();
  void document.body.offsetHeight;
  return performance.now() - start;
}

Object.assign(window, { measure: () => [measureAt(8, 32), measureAt(16, 128)] });
