/** How an element of an SVG looks on the page, as the attributes that say the same by themselves. */

type Attributes = Record<string, string>;

const filled = ['fill', 'fill-opacity'] as const;
const stroked = [
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'vector-effect',
] as const;
const lettered = ['font-family', 'font-size', 'font-style', 'font-weight', 'text-anchor'] as const;

/** What goes without saying. */
const initial: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'paint-order': 'normal',
  'vector-effect': 'none',
  'font-style': 'normal',
  'font-weight': '400',
  'text-anchor': 'start',
  opacity: '1',
  'clip-path': 'none',
};

const isText = ({ localName }: Element): boolean => localName === 'text' || localName === 'tspan';

/** Written where it is seen, on shapes and texts; groups say no more than how transparent they are, and how far they are seen. */
export function styleOf(element: Element, parent: Element): Attributes {
  const style = getComputedStyle(element);
  if (isText(element)) return textStyleOf(element, style, parent);
  const names = ['g', 'defs', 'pattern', 'clipPath', 'svg'].includes(element.localName) ? [] : namesFor(style);
  // A line that is as long as its dash has it for the movement alone.
  const isMeasured = element.hasAttribute('pathLength');
  const isSaid = (name: string): boolean => !(isMeasured && name === 'stroke-dasharray');
  return withoutInitial(entriesOf(style, [...names.filter(isSaid), 'opacity', 'clip-path']));
}

function textStyleOf(element: Element, style: CSSStyleDeclaration, parent: Element): Attributes {
  const own = entriesOf(style, [...lettered, ...namesFor(style), 'opacity']);
  const attributes = withoutInitial(own);
  if (style.textDecorationLine === 'underline') attributes['text-decoration'] = 'underline';
  if (style.whiteSpace === 'pre') attributes['xml:space'] = 'preserve';
  if (!isText(parent)) return attributes;
  // A piece of a text says how it differs from the whole.
  const whole = entriesOf(getComputedStyle(parent), Object.keys(own));
  const different = Object.entries(own).filter(([name, value]) => whole[name] !== value);
  return Object.fromEntries(different);
}

function namesFor(style: CSSStyleDeclaration): string[] {
  return [...(style.fill === 'none' ? ['fill'] : filled), ...(style.stroke === 'none' ? [] : stroked)];
}

const entriesOf = (style: CSSStyleDeclaration, names: readonly string[]): Attributes =>
  Object.fromEntries(names.map((name) => [name, valueOf(style.getPropertyValue(name))]));

const withoutInitial = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name, value]) => value !== initial[name]));

/** Colours as every program knows them, lengths without their unit, patterns and edges by their name in this document. */
function valueOf(value: string): string {
  const named = /^url\(["']?[^#]*#([^"')]+)/.exec(value);
  if (named) return `url(#${named[1]})`;
  const mixed = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)\)$/.exec(value);
  if (mixed) return hex(mixed.slice(1).map((part) => 255 * Number(part)));
  const plain = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value);
  if (plain) return hex(plain.slice(1).map(Number));
  return value.replace(/(\d)px\b/g, '$1').replaceAll('"', "'");
}

const hex = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
