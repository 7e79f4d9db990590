import type { Step } from '#lib/engine/steps.ts';
import type { StageState } from '#lib/stage/stage-state.ts';
import { findStep } from '#lib/stepper/cursor.ts';
import type { Scene } from './document.ts';

/**
 * The scene that a state belongs to: the one that shows just this; of the others that tell of the same kind of step, the
 * one about the same parameter, or the last one on the way there; where none does, the last one on the way at all.
 */
export function sceneFor(state: StageState, scenes: readonly Scene[], steps: readonly Step[]): Scene {
  const place = ({ at }: StageState): number => findStep(steps, at) ?? 0;
  const own = scenes.filter(({ setting }) => setting === state.setting);
  const ofSetting = (own.length ? own : scenes).toSorted((a, b) => place(a) - place(b));
  const here = ofSetting.filter(({ at }) => at === state.at);
  const same = here.find(({ drop = [] }) => drop.join() === (state.drop ?? []).join()) ?? here[0];
  if (same) return same;

  const topic = topicIn(steps);
  const now = steps[place(state)];
  const related = ofSetting.filter((scene) => topic(steps[place(scene)]) === topic(now));
  const isBefore = (scene: Scene): boolean => place(scene) <= place(state);
  const aboutIt = isAboutParameters(topic(now)) && related.find((scene) => steps[place(scene)].id === now.id);
  const nearest = related.findLast(isBefore) ?? (isAboutParameters(topic(now)) ? related[0] : undefined);
  return aboutIt || (nearest ?? ofSetting.findLast(isBefore) ?? ofSetting[0]);
}

/** What a text about a step is about: gradients of parameters are told of apart from those that lead to them. */
function topicIn(steps: readonly Step[]): (step: Step) => string {
  const parameters = new Set(steps.flatMap(({ pass, id }) => (pass === 'update' ? [id] : [])));
  return ({ pass, id }) => (pass === 'backward' && parameters.has(id) ? 'parameter' : pass);
}

const isAboutParameters = (topic: string): boolean => topic === 'parameter' || topic === 'update';
