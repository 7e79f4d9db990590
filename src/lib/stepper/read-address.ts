/** What an address leads to in a run. */
import { nearest } from '#lib/cells/model-file/nearest.ts';
import { checkGradient } from '#lib/engine/gradient-check.ts';
import { ledger } from '#lib/engine/ledger.ts';
import type { Run } from '#lib/engine/run.ts';
import { sizeOf, type Shape } from '#lib/engine/shapes.ts';
import { formatAddress, type Address, type Spot } from './address.ts';
import { samplesOf, timestepsOf } from './instances.ts';

/** The numbers at an address, a live view where the run keeps them; a single number has the shape []. */
export interface Reading {
  readonly shape: Shape;
  readonly numbers: Float64Array;
}

export type ReadResult = Reading | { readonly problem: string };

/** Where the numbers behind an address come from: all of a value's, before an index or a norm is taken. */
type Source = (run: Run, address: Address) => Float64Array;

/**
 * One line per kind of address that can be read: what stands before the quantity, `norm:` left out, and `<` for a
 * single use.
 */
const sources: Readonly<Record<string, Source>> = {
  '': (run, { quantity, t, sample }) => run.value(quantity, t, sample),
  'grad:': (run, { quantity, t, sample }) => run.gradient(quantity, t, sample),
  'grad:<': throughUse,
  'nudged:': (run, { quantity: id, t = 0, sample = 0 }) =>
    run.value(id, t, sample).map((_, index) => checkGradient(run, { id, t, sample }, index).numeric),
};

/** What came through one use; a user that reads the value twice has two entries, which add up. */
function throughUse(run: Run, { quantity, t, sample, user }: Address): Float64Array {
  const { quantity: id, t: at = 0, sample: of = 0 } = user!;
  const total = new Float64Array(run.value(quantity, t, sample).length);
  const entries = ledger(run, quantity, t, sample).filter((entry) => entry.user?.id === id);
  for (const { user: by, share } of entries) {
    if (by!.t === at && by!.sample === of) share.forEach((value, i) => (total[i] += value));
  }
  return total;
}

/** The numbers at an address, or one sentence about what is wrong with it. Never throws. */
export function readAddress(run: Run, address: Address): ReadResult {
  const problem =
    problemOfKind(address) ??
    problemOfSpot(run, address) ??
    problemOfUser(run, address) ??
    problemOfIndex(run, address);
  if (problem !== undefined) return { problem: `${formatAddress(address)}: ${problem}.` };
  const { shape } = run.program.graph.values.get(address.quantity)!;
  const reading = elementOf({ shape, numbers: sources[kindOf(address)](run, address) }, address.index);
  return address.views[0] === 'norm' ? { shape: [], numbers: norm(reading.numbers) } : reading;
}

function kindOf({ views, user }: Address): string {
  const looks = views[0] === 'norm' ? views.slice(1) : views;
  return `${looks.map((view) => `${view}:`).join('')}${user ? '<' : ''}`;
}

function problemOfKind(address: Address): string | undefined {
  if (address.run !== undefined) return `expected an address within a single run, found the run ${address.run}`;
  if (Object.hasOwn(sources, kindOf(address))) return undefined;
  const found = `${address.views.map((view) => `${view}:`).join('')}${address.user ? ' with “<”' : ''}`;
  return `expected a value, grad:, grad: with “<”, nudged: or norm:, found ${found.trim()}`;
}

function problemOfUser(run: Run, { quantity, user }: Address): string | undefined {
  if (!user) return undefined;
  const users = run.program.graph.uses.get(quantity)!.map((use) => use.user.id);
  if (!users.includes(user.quantity)) return `expected one of its users, ${users.join(', ')}, found ${user.quantity}`;
  return problemOfSpot(run, user);
}

function problemOfSpot({ program }: Run, { quantity, t, sample }: Spot): string | undefined {
  const { values } = program.graph;
  if (!values.has(quantity)) {
    const near = nearest(quantity, [...values.keys()]);
    return `expected a quantity of this model${near ? ` (nearest: ${near})` : ''}, found ${quantity}`;
  }
  return (
    problemOfNumber('timestep', t, timestepsOf(program, quantity)) ??
    // Without a sample the first one is meant.
    (sample === undefined ? undefined : problemOfNumber('sample', sample, samplesOf(program, quantity)))
  );
}

function problemOfIndex({ program }: Run, { quantity, index }: Address): string | undefined {
  const { shape } = program.graph.values.get(quantity)!;
  if (index.length > shape.length) {
    const most = ['no unit', 'at most one unit'][shape.length] ?? `at most ${shape.length} units`;
    return `expected ${most}, found ${index.length}`;
  }
  const wrong = index.findIndex((unit, dimension) => unit >= shape[dimension]);
  return wrong < 0 ? undefined : `expected a unit from 0 to ${shape[wrong] - 1}, found ${index[wrong]}`;
}

function problemOfNumber(what: string, found: number | undefined, existing: readonly number[]): string | undefined {
  if (existing.length === 0) return found === undefined ? undefined : `expected no ${what}, found ${found}`;
  if (found !== undefined && existing.includes(found)) return undefined;
  return `expected ${rangeText(what, existing)}, found ${found ?? 'none'}`;
}

/** "a timestep from 1 to 5", "timestep 1", or, with gaps, "one of the timesteps 2, 4". */
function rangeText(what: string, numbers: readonly number[]): string {
  const [first, last] = [numbers[0], numbers[numbers.length - 1]];
  if (numbers.length === 1) return `${what} ${first}`;
  const hasGaps = last - first + 1 !== numbers.length;
  return hasGaps ? `one of the ${what}s ${numbers.join(', ')}` : `a ${what} from ${first} to ${last}`;
}

/** Row by row, so what an index leaves open is one piece. */
function elementOf({ shape, numbers }: Reading, index: readonly number[]): Reading {
  const open = shape.slice(index.length);
  const place = index.reduce((rows, unit, dimension) => rows * shape[dimension] + unit, 0);
  return { shape: open, numbers: numbers.subarray(place * sizeOf(open), (place + 1) * sizeOf(open)) };
}

const norm = (numbers: Float64Array): Float64Array =>
  Float64Array.of(Math.sqrt(numbers.reduce((total, number) => total + number * number, 0)));
