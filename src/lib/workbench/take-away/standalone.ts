/**
 * A drawing of the page as a document of its own: every style written out, in light colours on white, nothing that it
 * would have to look up elsewhere.
 */
import { addHeading, type Heading } from './heading.ts';
import { styleOf } from './svg-style.ts';

export interface Caption extends Heading {
  readonly description: string;
  /** As browsers want it: which of the Chinese or Japanese forms of a character is meant. */
  readonly lang: string;
}

const namespace = 'http://www.w3.org/2000/svg';
const margin = 12;

/** What says where and how large something is; all the rest is style. */
const geometry = 'id d x y dx dy x1 y1 x2 y2 cx cy r rx ry width height points patternUnits transform'.split(' ');
const known = new Set(
  'svg g defs pattern clipPath rect circle ellipse line polyline polygon path text tspan'.split(' '),
);

/**
 * @param complete adds to the copy what is not drawn in the SVG itself
 * @throws if there is something in it that this does not know to copy
 */
export function standalone(
  drawing: SVGSVGElement,
  caption: Caption,
  complete?: (copy: SVGSVGElement) => void,
): SVGSVGElement {
  return onPaper(drawing, (copy) => {
    complete?.(copy);
    addHeading(copy, caption);
    const { x, y, width, height } = copy.viewBox.baseVal;
    const box = [x - margin, y - margin, width + 2 * margin, height + 2 * margin];
    const [left, top, fullWidth, fullHeight] = box;
    const ground = { x: left, y: top, width: fullWidth, height: fullHeight, fill: '#ffffff' };
    const { title, source, description, lang } = caption;
    const made = make('svg', { lang, width: fullWidth, height: fullHeight, viewBox: box.join(' '), role: 'img' });
    const said = [make('title', {}, `${title} · ${source}`), make('desc', {}, description)];
    made.append(...said, make('rect', ground), ...childrenOf(copy));
    return made as SVGSVGElement;
  });
}

/** The text of its file. */
export const svgText = (made: SVGSVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(made)}\n`;

/**
 * Lets `read` see a copy in the colours of paper. It stands in copies of all that is around it, whose classes its styles
 * hang on, and is gone before anything is painted.
 */
function onPaper<T>(drawing: SVGSVGElement, read: (copy: SVGSVGElement) => T): T {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  let outermost: Element = copy;
  for (let around = drawing.parentElement; around && around !== document.body; around = around.parentElement) {
    const shell = around.cloneNode(false) as Element;
    shell.append(outermost);
    outermost = shell;
  }
  const paper = document.createElement('div');
  paper.dataset.theme = 'paper';
  paper.className = 'unseen';
  paper.append(outermost);
  document.body.append(paper);
  try {
    return read(copy);
  } finally {
    paper.remove();
  }
}

function childrenOf(parent: Element): Node[] {
  return [...parent.children].flatMap((child) => copied(child, parent) ?? []);
}

function copied(source: Element, parent: Element): Element | undefined {
  const { localName } = source;
  if (!known.has(localName)) throw new Error(`${localName}: a drawing that is taken away cannot have this in it`);
  if (getComputedStyle(source).display === 'none') return undefined;
  const copy = make(localName, styleOf(source, parent));
  for (const name of geometry) if (source.hasAttribute(name)) copy.setAttribute(name, source.getAttribute(name)!);
  const { transform } = (source as SVGElement).style;
  if (transform) copy.setAttribute('transform', getComputedStyle(source).transform);
  if (localName === 'text' || localName === 'tspan') copy.append(...textOf(source));
  else copy.append(...childrenOf(source));
  return copy;
}

/** In a text the words between the elements count, too. */
const textOf = (source: Element): Node[] =>
  [...source.childNodes].flatMap((node) => {
    if (node instanceof Element) return copied(node, source) ?? [];
    return node.nodeType === Node.TEXT_NODE ? [node.cloneNode()] : [];
  });

function make(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): Element {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text) element.textContent = text;
  return element;
}
