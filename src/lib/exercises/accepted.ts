/**
 * Which numbers count as right. A page shows rounded figures, so somebody who computes with them, rightly, may miss the
 * exact number by a little: everything from the exact number to theirs is accepted, give or take half a unit of the
 * last figure shown.
 */
import { ledger } from '#lib/engine/ledger.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { numberText, shownNumber } from '#lib/formula/number.ts';
import { Writer } from '#lib/formula/writer.ts';
import type { Address } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import type { Accepted } from './mark.ts';
import { typedNumber } from '#lib/formula/typed-number.ts';

/** @throws if the address leads to no single number of this run; the build has made sure that it does. */
export function acceptedAt(model: NamedRun, address: Address): Accepted {
  const reading = readAddress(model.run, address);
  if ('problem' in reading) throw new Error(reading.problem);
  const [exact] = reading.numbers;
  const found = [exact, ...fromShown(model, address)];
  const style = address.views.length > 0 ? {} : model.style(address.quantity);
  const text = numberText(exact, style);
  const { unit } = typedNumber(text)!;
  return { exact, text, from: Math.min(...found), to: Math.max(...found), half: unit / 2 };
}

/** What the figures shown give for the number at an address; nothing for one that is given or has no formula. */
function fromShown(model: NamedRun, address: Address): number[] {
  const { quantity: id, t = 0, sample = 0, views, index } = address;
  const { shape, equation, axis } = model.run.program.graph.values.get(id)!;
  const place = index.reduce((rows, unit, dimension) => rows * shape[dimension] + unit, 0);
  // An initial state is given, not computed.
  const isComputed = equation && (axis !== 'step' || t > 0);
  const writers = [false, true].map((folded) => new Writer(model, folded));
  if (views.length === 0)
    return isComputed ? writers.map((writer) => writer.computedFromShown({ id, t, sample })[place]) : [];
  if (views.length > 1 || views[0] !== 'grad') return [];
  const terms = entriesOf(model, address).map((entry) => [
    entry.share[place],
    shownNumber(entry.share[place]),
    ...writers.map((writer) => writer.sumOfShown([entry], sizeOf(shape))[place]),
  ]);
  // Each term may be computed in a way of its own, or taken from the page as it is.
  return [Math.min, Math.max].map((end) => terms.reduce((sum, found) => sum + end(...found), 0));
}

function entriesOf({ run }: NamedRun, { quantity, t = 0, sample = 0, user }: Address) {
  const entries = ledger(run, quantity, t, sample).filter(({ dropped }) => !dropped);
  return user ? entries.filter(({ user: by }) => by?.id === user.quantity && by.t === (user.t ?? 0)) : entries;
}
