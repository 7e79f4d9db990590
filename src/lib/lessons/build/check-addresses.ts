/** Whether what `lesson.yaml` names is in the model: steps, units, settings, and the answers of its questions. */
import { addressesOf, isExtreme, type Question } from '#lib/exercises/question.ts';
import { rightOptions } from '#lib/exercises/mark.ts';
import { nearest } from '#lib/cells/model-file/nearest.ts';
import { stepsOf } from '#lib/engine/steps.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { cursorText, findStep } from '#lib/stepper/cursor.ts';
import type { Scene } from '../document.ts';
import { findNumber, readNumber } from '../lesson-numbers.ts';
import type { LessonRuns } from '../lesson-runs.ts';
import type { LessonYaml } from './lesson-yaml.ts';
import { unknownName } from './mistake.ts';
import type { Path, YamlFile } from './yaml-file.ts';

export function checkAddresses(lesson: LessonYaml, runs: LessonRuns): void {
  if (!lesson.model || lesson.yaml.source.mistakes.length > 0) return;
  for (const [name, { drop }] of Object.entries(lesson.settings)) {
    checkDrop(lesson.yaml, runs, { drop }, ['settings', name]);
  }
  lesson.scenes.forEach((scene) => checkScene(lesson, runs, scene));
  lesson.questions.forEach((question) => checkQuestion(lesson, runs, question));
}

function checkScene({ yaml }: LessonYaml, runs: LessonRuns, scene: Scene): void {
  const path = yaml.pathOf('scenes', scene.id);
  const run = runs.get(scene.setting);
  if (!run) return void yaml.report([...path, 'setting'], unknownName('setting', scene.setting!, runs.names));
  const problem = problemOfStep(run, scene.at);
  if (problem) yaml.report([...path, 'at'], problem);
  const unitProblem = scene.unit === undefined ? undefined : problemOfUnit(run, String(scene.unit));
  if (unitProblem) yaml.report([...path, 'unit'], unitProblem);
  checkDrop(yaml, runs, scene, path);
}

function checkDrop(
  yaml: YamlFile,
  runs: LessonRuns,
  { drop, setting }: Pick<Scene, 'drop' | 'setting'>,
  path: Path,
): void {
  drop?.forEach((address, index) => {
    const found = findNumber(runs, `${address.replace(/(\[\d+\])?(?=<)/, '[0]')}`, setting);
    if ('problem' in found) yaml.report([...path, 'drop', index], found.problem);
    else if (!address.includes('<'))
      yaml.report([...path, 'drop', index], `${address} is no ledger entry: it has no “<”`);
  });
}

export function problemOfUnit({ run, cell }: NamedRun, unit: string): string | undefined {
  const last = run.program.graph.values.get(cell.states.h)!.shape[0] - 1;
  if (/^\d+$/.test(unit) && Number(unit) <= last) return undefined;
  return `expected ${last === 0 ? 'unit 0, the only one' : `a unit from 0 to ${last}`}, found ${unit}`;
}

export function problemOfStep({ run }: NamedRun, at: string): string | undefined {
  const steps = stepsOf(run.program);
  if (findStep(steps, at) !== null) return undefined;
  const texts = steps.map((step) => cursorText(step, run.program.graph.values));
  const [whole] = at.split('[');
  if (texts.includes(whole)) return `a step is of all units: write ${whole}, and the unit as unit`;
  // With the right name and a wrong timestep, all timesteps are equally near.
  const sameName = texts.filter((text) => text.split('@')[0] === at.split('@')[0]);
  if (sameName.length > 0) return `no step “${at}” (there are: ${sameName.join(', ')})`;
  const near = nearest(at, texts);
  return `no step “${at}”${near ? ` (nearest: ${near})` : ''}`;
}

function checkQuestion(lesson: LessonYaml, runs: LessonRuns, question: Question): void {
  const { yaml } = lesson;
  const path = yaml.pathOf('questions', question.id);
  const problems = addressesOf(question).flatMap((address) => {
    const found = findNumber(runs, address);
    return 'problem' in found ? [{ address, problem: found.problem }] : [];
  });
  for (const { address, problem } of problems) yaml.report(placeIn(question, path, address), problem);
  if (problems.length > 0 || question.kind !== 'choice') return;
  if (isExtreme(question.answer) && question.options.some(({ value }) => value === undefined)) {
    return void yaml.report(path, `where the ${question.answer} is asked for, every option has a value`);
  }
  const right = rightOptions(question, (address) => readNumber(runs, address));
  if (right.length !== 1) {
    const answer = isExtreme(question.answer) ? '' : `, where the answer is ${readNumber(runs, question.answer)}`;
    const found = right.length ? right.join(', ') : 'none';
    yaml.report([...path, 'answer'], `expected one right option, found ${found}${answer}`);
  }
}

function placeIn(question: Question, path: Path, address: string): Path {
  if (question.answer === address) return [...path, 'answer'];
  const [key, parts] =
    question.kind === 'choice' ? (['options', question.options] as const) : (['mistakes', question.mistakes] as const);
  const index = parts.findIndex((part) => Object.values(part).includes(address));
  return index < 0 ? path : [...path, key, index];
}
