/**
 * Where a text stops being JSON. `JSON.parse` says so in other words in every browser, and often without a place;
 * and of `NaN`, which Python writes into files it calls JSON, it does not say which number it is.
 */
import { joinPlace, shortened } from './place.ts';

export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** The entry in which it happens, such as `inputs[2][0]`; empty at the top. */
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

/** What may come next. `item` and `member`: the first of a list or object, which may also end here. */
type Awaited = 'value' | 'item' | 'key' | 'member' | 'colon' | 'separator';

interface Open {
  readonly kind: '[' | '{';
  key: string | number | undefined;
}

const token =
  /[[\]{},:]|"(?:[ !#-[\]-\uffff]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blank = /[ \t\r\n]*/y;
/** As Python, C and people write them. */
const notJsonNumber = /^[-+]?(?:NaN|Infinity|inf|nan)$/i;

/** The first fault, or undefined if `text` is JSON. */
export function firstJsonFault(text: string): JsonFault | undefined {
  const open: Open[] = [];
  let awaited: Awaited = 'value';
  for (let position = 0; ;) {
    position += match(blank, text, position).length;
    if (position === text.length && awaited === 'separator' && open.length === 0) return undefined;
    const found = match(token, text, position);
    const next: Awaited | '' | undefined = found && follow(found, awaited, open);
    if (!next) return fault(text, position, awaited, open);
    awaited = next;
    position += found.length;
  }
}

/** What is awaited after `found`; undefined if it may not stand here. Keeps `open`, the lists and objects around it. */
function follow(found: string, awaited: Awaited, open: Open[]): Awaited | undefined {
  const around = open.at(-1);
  switch (awaited) {
    case 'member':
    case 'key':
      if (awaited === 'member' && found === '}') return close(open);
      if (!found.startsWith('"')) return undefined;
      around!.key = JSON.parse(found) as string;
      return 'colon';
    case 'colon':
      return found === ':' ? 'value' : undefined;
    case 'separator':
      if (!around) return undefined;
      if (found === closing(around)) return close(open);
      return found === ',' ? afterComma(around) : undefined;
    case 'item':
    case 'value':
      if (awaited === 'item' && found === ']') return close(open);
      if (found === '[' || found === '{') return enter(found, open);
      return ']},:'.includes(found) ? undefined : 'separator';
  }
}

function close(open: Open[]): Awaited {
  open.pop();
  return 'separator';
}

function enter(kind: '[' | '{', open: Open[]): Awaited {
  open.push({ kind, key: kind === '[' ? 0 : undefined });
  return kind === '[' ? 'item' : 'member';
}

function afterComma(around: Open): Awaited {
  if (typeof around.key === 'number') around.key++;
  return around.kind === '[' ? 'value' : 'key';
}

const closing = ({ kind }: Open) => (kind === '[' ? ']' : '}');

function fault(text: string, position: number, awaited: Awaited, open: Open[]): JsonFault {
  const before = text.slice(0, position).split('\n');
  const word = match(/[\w.+-]{1,40}|[^]?/uy, text, position);
  return {
    line: before.length,
    column: before[before.length - 1].length + 1,
    place: shortened(placeOf(awaited, open), 100),
    expected: notJsonNumber.test(word) ? 'a finite number' : expectation(awaited, open.at(-1)),
    found:
      word === ''
        ? 'the end of the file'
        : word === '"'
          ? 'a broken string'
          : /\w/.test(word)
            ? word
            : JSON.stringify(word),
  };
}

/** The entry that is being read; between two entries, the list or object that has them. */
function placeOf(awaited: Awaited, open: Open[]): string {
  const isWithin = awaited === 'value' || awaited === 'item' || awaited === 'colon';
  return (isWithin ? open : open.slice(0, -1)).reduce((place, { key }) => joinPlace(place, key), '');
}

function expectation(awaited: Awaited, around?: Open): string {
  if (awaited === 'separator') return around ? `"," or "${closing(around)}"` : 'the end of the file';
  return { value: 'a value', item: 'a value or "]"', key: 'a key', member: 'a key or "}"', colon: '":"' }[awaited];
}

function match(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? '';
}
