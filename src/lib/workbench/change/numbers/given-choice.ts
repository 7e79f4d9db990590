import type { Program } from '#lib/engine/program.ts';
import type { Run } from '#lib/engine/run.ts';
import { timestepsOf } from '#lib/stepper/instances.ts';
import { placeToSet } from '../../vary.ts';

/** Which of the given numbers are laid out: those that the step is about, all, or one kind of them. */
export const givenGroups = ['step', 'all', 'data', 'parameter'] as const;

/** Whether a text is one of these, or the id of a single array that is given. */
export function isGivenChoice(program: Program, text: string): boolean {
  if ((givenGroups as readonly string[]).includes(text)) return true;
  const value = program.graph.values.get(text);
  return value !== undefined && (value.role !== 'equation' || timestepsOf(program, text).includes(0));
}

/** Whether a text is the address of a single number that is given, index by index. */
export function isGivenNumber(run: Run, text: string): boolean {
  const place = placeToSet(run, text);
  return place !== undefined && place.index.length === run.program.graph.values.get(place.quantity)!.shape.length;
}
