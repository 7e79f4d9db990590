/** What stands between `{{` and `}}`, or in `\val{…}`: an address, or a constant behind an equals sign. */
import type { Inline } from '../document.ts';
import { findNumber } from '../lesson-numbers.ts';
import type { Conversion } from './conversion.ts';
import type { Place } from './mistake.ts';

const constant = /^[+−-]?\d+(?:\.\d+)?$/;

/** @param place of the first character of `content` */
export function numberAt(work: Conversion, content: string, place: Place): Inline | undefined {
  const text = content.trim();
  const start: Place = { ...place, column: place.column + content.indexOf(text) };
  if (text.startsWith('=')) return constantAt(work, text.slice(1).trim(), start);
  const found = findNumber(work.runs, text, work.scene?.setting);
  if ('problem' in found) {
    work.report({ ...start, column: start.column + found.offset }, found.problem);
    return undefined;
  }
  if (!Number.isFinite(found.value)) {
    work.report(start, `${text} is no finite number`);
    return undefined;
  }
  work.mention('number', found.address, start);
  return found;
}

function constantAt(work: Conversion, text: string, place: Place): Inline | undefined {
  if (constant.test(text)) return { type: 'constant', text: text.replace('-', '−') };
  work.report(place, `expected a plain number behind “=”, such as {{=0.25}}, found “${text}”`);
  return undefined;
}
