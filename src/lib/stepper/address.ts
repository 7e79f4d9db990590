/**
 * Addresses name every number: `[run/]{view:}quantity[@t][#sample]{[index]}[<user]`. Only the grammar stands here;
 * what an address leads to is in `read-address.ts`.
 */

/** What is looked at instead of the value itself. The last one written is applied first: `norm:grad:cell.state@3`. */
export const views = ['grad', 'next', 'nudged', 'norm'] as const;
export type View = (typeof views)[number];

/** A quantity at one timestep and for one sample, where it has such. */
export interface Spot {
  /** The id of a value: `forget.gate`, `W.f`, `loss`. */
  readonly quantity: string;
  /** 1…T; 0: the initial state. */
  readonly t?: number;
  /** From 0; left out: the first. */
  readonly sample?: number;
}

export interface Address extends Spot {
  /** Which run of an experiment; by a parameter's id the rule's own, over its numbers: `W.f/velocity.before[0][1]`. */
  readonly run?: string;
  readonly views: readonly View[];
  /** Units from 0, one per dimension; fewer name a row or the whole value. */
  readonly index: readonly number[];
  /** Only what came through this use of the quantity. */
  readonly user?: Spot;
}

export type Parsed = { readonly address: Address } | { readonly problem: string };

export function formatAddress({ run, views: looks, index, user, ...spot }: Address): string {
  const before = `${run === undefined ? '' : `${run}/`}${looks.map((view) => `${view}:`).join('')}`;
  const after = `${index.map((unit) => `[${unit}]`).join('')}${user ? `<${formatSpot(user)}` : ''}`;
  return `${before}${formatSpot(spot)}${after}`;
}

function formatSpot(spot: Spot): string {
  const { quantity, t, sample } = asWritten(spot);
  return `${quantity}${t === undefined ? '' : `@${t}`}${sample === undefined ? '' : `#${sample}`}`;
}

/** What the text means, or one sentence about where it stops being an address. */
export function parseAddress(text: string): Parsed {
  const reader = new Reader(text);
  try {
    return { address: readWhole(reader) };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message };
    throw error;
  }
}

/**
 * Whether one address names the other's number or a part of it, such as one of its units. A quantity named without a
 * timestep is meant at every one.
 */
export function concerns(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [parseAddress(one), parseAddress(other)];
  if ('problem' in a || 'problem' in b) return false;
  const [x, y] = [a.address, b.address];
  const isSame = <T>(p: T | undefined, q: T | undefined): boolean => p === undefined || q === undefined || p === q;
  return (
    x.quantity === y.quantity &&
    x.run === y.run &&
    x.views.join() === y.views.join() &&
    formatUser(x) === formatUser(y) &&
    isSame(x.t, y.t) &&
    isSame(x.sample, y.sample) &&
    x.index.every((unit, dimension) => isSame(unit, y.index[dimension]))
  );
}

const formatUser = ({ user }: Address): string => (user ? formatSpot(user) : '');

/** The loss of one timestep is an equation of its own, `loss.term`; written, it is the loss at a timestep. */
const asWritten = (spot: Spot): Spot =>
  spot.quantity === 'loss.term' && spot.t !== undefined ? { ...spot, quantity: 'loss' } : spot;

const asMeant = (spot: Spot): Spot =>
  spot.quantity === 'loss' && spot.t !== undefined ? { ...spot, quantity: 'loss.term' } : spot;

class Problem extends Error {}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** What `pattern`, which must be sticky, finds here; then stands behind it. Undefined: nothing. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    this.#at += found?.length ?? 0;
    return found;
  }

  number(what: string): number {
    const start = this.#at;
    const digits = this.take(/\d+/y);
    if (digits !== undefined && String(Number(digits)) === digits && Number.isSafeInteger(Number(digits))) {
      return Number(digits);
    }
    this.#at = start;
    return this.refuse(`${what} (0, 1, 2 …)`);
  }

  refuse(expected: string): never {
    const rest = this.#text.slice(this.#at);
    const found = rest === '' ? 'the end' : `“${rest.length > 20 ? `${rest.slice(0, 20)}…` : rest}”`;
    throw new Problem(`Character ${this.#at + 1}: expected ${expected}, found ${found}.`);
  }
}

function readWhole(reader: Reader): Address {
  const run = reader.take(/[\w.-]+\//y)?.slice(0, -1);
  const looks = readViews(reader);
  const spot = readSpot(reader);
  const index = readIndex(reader);
  const user = reader.take(/</y) ? readSpot(reader) : undefined;
  if (!reader.isAtEnd) reader.refuse('the end');
  return { ...(run && { run }), views: looks, ...spot, index, ...(user && { user }) };
}

function readViews(reader: Reader): View[] {
  const looks: View[] = [];
  for (let view; (view = reader.take(/(?:grad|next|nudged|norm):/y));) looks.push(view.slice(0, -1) as View);
  const isNoView = reader.take(/(?=\w+:)/y) !== undefined;
  return isNoView ? reader.refuse(`a quantity or one of ${views.map((view) => `${view}:`).join(' ')}`) : looks;
}

function readSpot(reader: Reader): Spot {
  const quantity = reader.take(/[A-Za-z][\w-]*(?:\.[A-Za-z0-9][\w-]*)*/y);
  if (!quantity) reader.refuse('a quantity, such as forget.gate');
  const t = reader.take(/@/y) ? reader.number('a timestep') : undefined;
  const sample = reader.take(/#/y) ? reader.number('a sample') : undefined;
  return asMeant({ quantity, ...(t !== undefined && { t }), ...(sample !== undefined && { sample }) });
}

function readIndex(reader: Reader): number[] {
  const index: number[] = [];
  while (reader.take(/\[/y)) {
    index.push(reader.number('a unit'));
    if (!reader.take(/\]/y)) reader.refuse('“]”');
  }
  return index;
}
