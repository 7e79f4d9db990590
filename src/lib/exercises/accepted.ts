/**
 * Which numbers count as right. A page shows rounded figures, so somebody who computes with them, rightly, may miss the
 * exact number by a little: everything from the exact number to theirs is accepted, give or take half a unit of the
 * last figure shown.
 */
import { ledger } from '#lib/engine/ledger.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { numberText, type NumberStyle } from '#lib/formula/number.ts';
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
  const found = [exact, ...[false, true].flatMap((folded) => fromShown(model, address, folded) ?? [])];
  const style = address.views.length > 0 ? {} : model.style(address.quantity);
  return { from: Math.min(...found), to: Math.max(...found), half: halfUnit(exact, style) };
}

const halfUnit = (value: number, style: NumberStyle): number => typedNumber(numberText(value, style))!.unit / 2;

/** The number at an address as the figures of its formula give it, folded or not; undefined for one without formula. */
function fromShown(model: NamedRun, address: Address, folded: boolean): number | undefined {
  const { quantity: id, t = 0, sample = 0, views, index } = address;
  const { shape, equation, axis } = model.run.program.graph.values.get(id)!;
  const place = index.reduce((rows, unit, dimension) => rows * shape[dimension] + unit, 0);
  const writer = new Writer(model, folded);
  if (views.length === 0) {
    // An initial state is given, not computed.
    const isComputed = equation && (axis !== 'step' || t > 0);
    return isComputed ? writer.computedFromShown({ id, t, sample })[place] : undefined;
  }
  const isGradient = views.length === 1 && views[0] === 'grad';
  return isGradient ? writer.sumOfShown(entriesOf(model, address), sizeOf(shape))[place] : undefined;
}

function entriesOf({ run }: NamedRun, { quantity, t = 0, sample = 0, user }: Address) {
  const entries = ledger(run, quantity, t, sample).filter(({ dropped }) => !dropped);
  return user ? entries.filter(({ user: by }) => by?.id === user.quantity && by.t === (user.t ?? 0)) : entries;
}
