/** Which drawing an arithmetic asks for. */
import type { Step } from '#lib/engine/steps.ts';
import { formulasAt } from '#lib/formula/formulas-at.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { shownElements } from '#lib/formula/shown-elements.ts';
import { modelAt } from '#lib/formula/update-of.ts';
import { subjectOf } from '../drawing/subject.ts';
import { arithmeticScene, type Asked } from './arithmetic-scene.ts';
import { curveScene } from './curve-scene.ts';
import { functionOf } from './function-of.ts';
import { lanesScene, mostLanes } from './lanes-scene.ts';
import { nextReaders } from './next-readers.ts';
import type { Scene } from './scene.ts';

/** @param unit the chosen one; of a matrix its row is drawn, as formulas write it */
export function pictureOf(model: NamedRun, step: Step, unit: number, more: Asked['more']): Scene {
  const elements = shownElements(model.shape(step.id), unit);
  const all = formulasAt(model, step, { elements });
  // Of more than there is room for, one element's, whole: an update ends with its new number.
  const formulas = all.length > mostLanes ? formulasAt(model, step, { elements: elements.slice(0, 1) }) : all;
  const named = modelAt(model, step);
  const [{ left }] = formulas;
  const next = formulas.length > 1 ? [] : nextReaders(named, left, subjectOf(model).progress.steps);
  return sceneOf({ model: named, step, formulas, next, more });
}

function sceneOf(asked: Asked): Scene {
  const { model, step, formulas } = asked;
  const [{ left }] = formulas;
  const found = formulas.length === 1 ? functionOf(model, step, left.element ?? 0) : undefined;
  if (found) return curveScene(asked, found);
  const areProducts = formulas.every(
    (formula) => formula.terms!.length === 1 && formula.left.instance.id === left.instance.id,
  );
  return (formulas.length === 1 || areProducts ? arithmeticScene(asked) : undefined) ?? lanesScene(asked);
}
