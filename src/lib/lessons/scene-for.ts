import type { Step } from '#lib/engine/steps.ts';
import type { StageState } from '#lib/stage/stage-state.ts';
import { findStep } from '#lib/stepper/cursor.ts';
import type { Scene } from './document.ts';

/** The scene that a state belongs to: the one that shows just this, else the last one on the way there. */
export function sceneFor(state: StageState, scenes: readonly Scene[], steps: readonly Step[]): Scene {
  const place = (at: string): number => findStep(steps, at) ?? 0;
  const ofSetting = scenes.filter(({ setting }) => setting === state.setting);
  const before = ofSetting.filter(({ at }) => place(at) <= place(state.at));
  const nearest = before.toSorted((a, b) => place(a.at) - place(b.at)).at(-1);
  const here = ofSetting.filter(({ at }) => at === state.at);
  const same = here.find(({ drop = [] }) => drop.join() === (state.drop ?? []).join());
  return same ?? here[0] ?? nearest ?? scenes[0];
}
