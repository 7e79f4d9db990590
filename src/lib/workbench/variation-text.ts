/** A variation as it stands in a link: `set=W.f[0][1]:0.5;…&hold=forget.gate:1&drop=…&rule=adam&updates=3`. */
import { updateRules, type UpdateRuleName } from '#lib/engine/updates.ts';
import { mostUpdates, unvaried, type Numbers, type Variation } from './variation.ts';

/** The parts of a link that say what was changed; only those that are not as usual. */
export function variationParts({ set, hold, drop, rule, updates }: Variation): Record<string, string> {
  const parts = {
    set: numbersText(set),
    hold: numbersText(hold),
    drop: drop.join(';'),
    rule: rule === unvaried.rule ? '' : rule,
    updates: updates === 0 ? '' : String(updates),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
}

export const variationNames = ['set', 'hold', 'drop', 'rule', 'updates'] as const;

/** What a link's parts mean; what they do not say is as in `otherwise`. Never throws: what is meaningless is listed in `bad`. */
export function readVariation(
  parts: Readonly<Record<string, string | undefined>>,
  otherwise: Variation = unvaried,
): { variation: Variation; bad: string[] } {
  const bad: string[] = [];
  const { set, hold, drop, rule, updates } = parts;
  const variation: Variation = {
    set: set === undefined ? otherwise.set : readNumbers('set', set, bad),
    hold: hold === undefined ? otherwise.hold : readNumbers('hold', hold, bad),
    drop: drop === undefined ? otherwise.drop : drop.split(';').filter(Boolean),
    rule: readRule(rule, bad) ?? otherwise.rule,
    updates: readUpdates(updates, bad) ?? otherwise.updates,
  };
  return { variation, bad };
}

const numbersText = (numbers: Numbers): string =>
  Object.entries(numbers)
    .map(([address, value]) => `${address}:${Object.is(value, -0) ? '-0' : value}`)
    .join(';');

/** Entries are told apart by `;`, and from its number an address by the last `:`. */
function readNumbers(name: string, text: string, bad: string[]): Numbers {
  const entries = text.split(';').flatMap((entry) => {
    if (entry === '') return [];
    const [, address, number] = /^(.{1,80}):([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i.exec(entry) ?? [];
    if (address !== undefined && Number.isFinite(Number(number))) return [[address, Number(number)] as const];
    bad.push(`${name}=${entry}`);
    return [];
  });
  return Object.fromEntries(entries);
}

function readRule(text: string | undefined, bad: string[]): UpdateRuleName | undefined {
  if (text === undefined || Object.hasOwn(updateRules, text)) return text as UpdateRuleName | undefined;
  bad.push(`rule=${text}`);
  return undefined;
}

function readUpdates(text: string | undefined, bad: string[]): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,4}$/.test(text) && Number(text) <= mostUpdates) return Number(text);
  bad.push(`updates=${text}`);
  return undefined;
}
