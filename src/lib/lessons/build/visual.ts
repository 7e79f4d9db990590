/** A drawing in the prose: whether there is such a visual, and such a place in the run for it to show. */
import type { Block } from '../document.ts';
import { problemOfStep, problemOfUnit } from './check-addresses.ts';
import type { Conversion } from './conversion.ts';
import { placeOfAttribute, type Directive } from './directives.ts';
import { unknownName } from './mistake.ts';

export function visualOf(work: Conversion, node: Directive): Block | undefined {
  const { name = '', ...attributes } = node.attributes ?? {};
  const { visuals } = work.known;
  if (!name) return void work.report(node, 'visual needs a name: ::visual{name=…}');
  const place = work.prose.find(node, name);
  if (!visuals.includes(name)) return void work.report(place, unknownName('visual', name, visuals));
  work.mention('visual', name, place);
  const settings = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, value ?? '']));
  checkPlace(work, node, settings);
  return { type: 'visual', name, settings };
}

function checkPlace(work: Conversion, node: Directive, { at, setting, unit }: Readonly<Record<string, string>>): void {
  const report = (key: string, problem: string | undefined): void => {
    if (problem) work.report(placeOfAttribute(work, node, key), problem);
  };
  const run = work.runs.get(setting);
  if (run && at !== undefined) report('at', problemOfStep(run, at));
  if (run && unit !== undefined) report('unit', problemOfUnit(run, unit));
  if (!run && setting !== undefined) report('setting', unknownName('setting', setting, work.runs.names));
}
