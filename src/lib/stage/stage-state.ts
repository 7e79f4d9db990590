import { isNotation, type Notation } from '#lib/cells/notation.ts';
import { isReveal, type Reveal } from '#lib/formula/reveal.ts';
import type { LinkState } from '#lib/stepper/link.ts';
import { isZoom, type Zoom } from '#lib/stepper/zoom.ts';
import { originsOf, type Origins } from '#lib/workbench/origins.ts';
import { unvaried, type Variation } from '#lib/workbench/variation.ts';
import { readVariation, variationNames, variationParts } from '#lib/workbench/variation-text.ts';
import { readView, usualView, viewNames, viewParts, type ViewState } from './view-state.ts';

/** What a scene or a link asks the stage to show. */
export interface StageState extends Origins, Partial<Variation>, Partial<ViewState> {
  /** The cursor: `forward:forget.gate@2`. */
  readonly at: string;
  readonly zoom?: Zoom;
  /** From 0. */
  readonly unit?: number;
  readonly reveal?: Reveal;
  readonly notation?: Notation;
}

/** What a state leaves out. */
export const usual = {
  zoom: 'equation',
  unit: 0,
  reveal: 'result',
  notation: 'course',
  ...usualView,
  ...unvaried,
} as const satisfies Partial<StageState>;

const origins = ['setting', 'preset', 'model'] as const satisfies readonly (keyof Origins)[];
const names = ['at', 'zoom', 'unit', 'reveal', 'notation', ...viewNames, ...origins, ...variationNames];

/** A state as it stands in the link: nothing for how the page opens, else the place and what is not as usual. */
export function linkStateOf(state: StageState, opening: StageState): LinkState {
  const [now, asOpened, asUsual] = [partsOf(state), partsOf(opening), partsOf({ at: '' })];
  if (names.every((name) => now[name] === asOpened[name])) return {};
  return Object.fromEntries(names.flatMap((name) => (now[name] === asUsual[name] ? [] : [[name, now[name]!]])));
}

function partsOf(state: StageState): Record<string, string | undefined> {
  const whole = { ...usual, ...state };
  const { at, zoom, unit, reveal, notation, setting, preset, model } = whole;
  const looks = { at, zoom, unit: String(unit + 1), reveal, notation, ...viewParts(whole) };
  return { ...looks, setting, preset, model, ...variationParts(whole) };
}

/** What a link asks for, and the parts of it that mean nothing. Never throws: a link is a visitor's. */
export function stageStateOf(link: LinkState, opening: StageState): { state: StageState; bad: string[] } {
  // A link that names no place changes how the page opens; one that does stands by itself.
  const otherwise = { ...usual, ...(link.at === undefined ? opening : { at: link.at }) };
  const bad = Object.keys(link).flatMap((name) => (isKnown(name, link[name]) ? [] : [`${name}=${link[name]}`]));
  const read = <T>(name: string, meaning: (text: string) => T | undefined, whenMissing: T): T => {
    const text = link[name];
    if (text === undefined) return whenMissing;
    const found = meaning(text);
    if (found === undefined) bad.push(`${name}=${text}`);
    return found ?? whenMissing;
  };
  const { variation, bad: badParts } = readVariation(link, { ...unvaried, ...variationOf(otherwise) });
  const state: StageState = {
    at: otherwise.at,
    zoom: read('zoom', (text) => (isZoom(text) ? text : undefined), otherwise.zoom),
    unit: read('unit', unitOf, otherwise.unit),
    reveal: read('reveal', (text) => (isReveal(text) ? text : undefined), otherwise.reveal),
    notation: read('notation', (text) => (isNotation(text) ? text : undefined), otherwise.notation),
    ...readView(read, otherwise),
    ...originsOf(origins.some((name) => link[name] !== undefined) ? link : otherwise),
    ...variation,
  };
  return { state, bad: [...bad, ...badParts] };
}

/** The grammar of links has not changed since its first version; a later one may say so by another number. */
const isKnown = (name: string, text: string): boolean => names.includes(name as 'at') || (name === 'v' && text === '1');

/** Of a state, what a reader could have changed. */
export function variationOf(state: Partial<StageState>): Variation {
  const { set, hold, drop, rule, updates } = { ...usual, ...state };
  return { set, hold, drop, rule, updates };
}

/** Units count from 1 where people read them. */
const unitOf = (text: string): number | undefined => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) - 1 : undefined);
