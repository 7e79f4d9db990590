/** What was done to the model whose numbers are taken away: said in the files, by the addresses that links are made of. */
import { isHeld } from '#lib/engine/edits.ts';
import { lacksTerm } from '#lib/engine/flow.ts';
import type { Run } from '#lib/engine/run.ts';
import type { UpdateRuleName } from '#lib/engine/updates.ts';
import { formatAddress } from '#lib/stepper/address.ts';
import { elementAddress, type Entry } from '#lib/stepper/every-value.ts';
import type { Numbers, Variation } from '../variation.ts';
import type { Base } from '../vary.ts';

/** Only what there is. */
export interface Changes {
  readonly set?: Numbers;
  readonly hold?: Numbers;
  readonly drop?: readonly string[];
  readonly rule?: UpdateRuleName;
  readonly updates?: number;
}

/** Undefined: the model is as it was given. */
export function changesOf({ drop: ofBase = [] }: Pick<Base, 'drop'>, variation: Variation): Changes | undefined {
  const { set, hold, rule, updates } = variation;
  const drop = [...ofBase, ...variation.drop];
  const changes = {
    ...(Object.keys(set).length && { set }),
    ...(Object.keys(hold).length && { hold }),
    ...(drop.length && { drop }),
    ...(updates && { rule, updates }),
  };
  return Object.keys(changes).length ? changes : undefined;
}

/** What a model file can hold of them: numbers. */
export const isInModel = ({ set, updates }: Changes): boolean => set !== undefined || updates !== undefined;

/** What was done to one number, or to its gradient. */
export function remarkOn(run: Run, { set = {} }: Changes): (entry: Entry, element: number) => string {
  return (entry, element) => {
    const { quantity: id, t = 0 } = entry.address;
    const remarks = [
      ...(Object.hasOwn(set, formatAddress(elementAddress(entry, element))) ? ['set'] : []),
      ...(isHeld(run.program, { id, t }, element) ? ['held'] : []),
      ...(lacksTerm(run.program, { id, t }) ? ['gradient lacks a term'] : []),
    ];
    return remarks.join('; ');
  };
}
