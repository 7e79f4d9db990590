import { isReveal, type Reveal } from '#lib/formula/reveal.ts';
import { parseAddress } from '#lib/stepper/address.ts';
import type { LinkState } from '#lib/stepper/link.ts';
import { isZoom, type Zoom } from '#lib/stepper/zoom.ts';

/** What a scene or a link asks the stage to show. */
export interface StageState {
  /** The cursor: `forward:forget.gate@2`. */
  readonly at: string;
  readonly zoom?: Zoom;
  /** From 0. */
  readonly unit?: number;
  readonly reveal?: Reveal;
  /** The name of the setting whose numbers are shown. */
  readonly setting?: string;
  /** Addresses of ledger entries that are left out: `grad:cell.state@2<cell.kept@3`. */
  readonly drop?: readonly string[];
}

/** What a state leaves out. */
export const usual = { zoom: 'equation', unit: 0, reveal: 'result', drop: [] } as const satisfies Partial<StageState>;

/** A state as it stands in the link: nothing for how the page opens, else the place and what is not as usual. */
export function linkStateOf(state: StageState, opening: StageState): LinkState {
  const [now, asOpened, asUsual] = [partsOf(state), partsOf(opening), partsOf({ at: '' })];
  const names = Object.keys(now);
  if (names.every((name) => now[name] === asOpened[name])) return {};
  return Object.fromEntries(names.filter((name) => now[name] !== asUsual[name]).map((name) => [name, now[name]]));
}

function partsOf({ at, zoom, unit, reveal, setting, drop }: StageState): Record<string, string> {
  return {
    at,
    zoom: zoom ?? usual.zoom,
    unit: String((unit ?? usual.unit) + 1),
    reveal: reveal ?? usual.reveal,
    setting: setting ?? '',
    drop: (drop ?? usual.drop).join(';'),
  };
}

/** What a link asks for, and the parts of it that mean nothing. Never throws: a link is a visitor's. */
export function stageStateOf(link: LinkState, opening: StageState): { state: StageState; bad: string[] } {
  // A link that names no place changes how the page opens; one that does stands by itself.
  const otherwise = { ...usual, setting: undefined, ...(link.at === undefined ? opening : { at: link.at }) };
  const bad: string[] = [];
  const read = <T>(name: string, meaning: (text: string) => T | undefined, whenMissing: T): T => {
    const text = link[name];
    if (text === undefined) return whenMissing;
    const found = meaning(text);
    if (found === undefined) bad.push(`${name}=${text}`);
    return found ?? whenMissing;
  };
  const state: StageState = {
    at: otherwise.at,
    zoom: read('zoom', (text) => (isZoom(text) ? text : undefined), otherwise.zoom),
    unit: read('unit', unitOf, otherwise.unit),
    reveal: read('reveal', (text) => (isReveal(text) ? text : undefined), otherwise.reveal),
    setting: link.setting ?? otherwise.setting,
    drop: read('drop', dropsOf, otherwise.drop),
  };
  return { state, bad };
}

/** Units count from 1 where people read them. */
const unitOf = (text: string): number | undefined => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) - 1 : undefined);

function dropsOf(text: string): readonly string[] | undefined {
  const drops = text === '' ? [] : text.split(';');
  const isEntry = (each: string): boolean => {
    const parsed = parseAddress(each);
    return 'address' in parsed && parsed.address.user !== undefined && parsed.address.views.join() === 'grad';
  };
  return drops.every(isEntry) ? drops : undefined;
}
