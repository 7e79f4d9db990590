/**
 * What is wrong with how an SVG came out on the page: text upon text, words under the solid parts of the drawing or wider
 * than the part they stand in, anything beyond the edge.
 */

interface Box {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A font's box is higher than its letters: so much of it, above and below, is air. */
const air = 0.16;
/** So much of a solid part, left and right, is free of the words in it. */
const inset = 2;
/** Half a line's width may stand over the edge, and neighbours may touch. */
const tolerance = 0.75;

export function drawingFaults(svg: SVGSVGElement): string[] {
  const scale = svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
  const measure = (element: SVGGraphicsElement): Box => boxOf(svg, element, scale);
  const texts = [...svg.querySelectorAll('text')].map((text) => inkOf(measure(text)));
  const solid = [...svg.querySelectorAll<SVGGraphicsElement>('.ground, .body')];
  const shapes = [...svg.querySelectorAll<SVGGraphicsElement>(':is(rect, path, circle):not(defs *)')];
  return [
    ...texts.flatMap((a, i) =>
      texts.slice(i + 1).flatMap((b) => (overlap(a, b) ? `“${a.name}” lies on “${b.name}”` : [])),
    ),
    ...[...svg.querySelectorAll('text')].flatMap((text) => solid.flatMap((part) => faultBetween(text, part, measure))),
    ...[...svg.querySelectorAll('text')].filter((text) => !isLevel(text)).map((text) => `“${text.textContent}” sinks`),
    ...[...texts, ...shapes.map(measure)]
      .filter((box) => !isInside(box, svg.viewBox.baseVal))
      .map(({ name, left, right, top, bottom }) => `${name} leaves the drawing: ${[left, top, right, bottom]}`),
  ];
}

/** A text stands in a solid part of its own group, or clear of it. */
function faultBetween(
  text: SVGTextElement,
  part: SVGGraphicsElement,
  measure: (element: SVGGraphicsElement) => Box,
): string[] {
  const [words, frame] = [inkOf(measure(text)), measure(part)];
  const isAtHome = part.parentElement!.contains(text);
  if (!isAtHome) return overlap(words, frame) ? [`“${words.name}” lies on a ${frame.name}`] : [];
  const isNarrow = words.left >= frame.left + inset && words.right <= frame.right - inset;
  const isLow = words.top >= frame.top && words.bottom <= frame.bottom;
  return [
    ...(isNarrow ? [] : [`“${words.name}” is wider than its ${frame.name}`]),
    ...(isLow ? [] : [`“${words.name}” is higher than its ${frame.name}`]),
  ];
}

/** Whether all letters and figures of a text's own size, which is neither raised nor lowered, stand on one line. */
function isLevel(text: SVGTextElement): boolean {
  const size = getComputedStyle(text).fontSize;
  const pieces = text.children.length ? [...text.children] : [text];
  let at = 0;
  const heights = pieces.flatMap((piece) => {
    const start = at;
    at += piece.textContent.length;
    const isOwn = getComputedStyle(piece).fontSize === size && /[\p{L}\d]/u.test(piece.textContent);
    return isOwn ? [text.getStartPositionOfChar(start).y] : [];
  });
  return Math.max(...heights) - Math.min(...heights) < 0.01;
}

function boxOf(svg: SVGSVGElement, element: SVGGraphicsElement, scale: number): Box {
  const [frame, rect] = [svg.getBoundingClientRect(), element.getBoundingClientRect()];
  const name = element instanceof SVGTextElement ? element.textContent : `${element.tagName} ${element.classList[0]}`;
  return {
    name: name ?? '',
    left: (rect.left - frame.left) * scale,
    right: (rect.right - frame.left) * scale,
    top: (rect.top - frame.top) * scale,
    bottom: (rect.bottom - frame.top) * scale,
  };
}

function inkOf(box: Box): Box {
  const height = box.bottom - box.top;
  return { ...box, top: box.top + air * height, bottom: box.bottom - air * height };
}

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > tolerance &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > tolerance;

const isInside = ({ left, right, top, bottom }: Box, { width, height }: DOMRect): boolean =>
  left >= -tolerance && top >= -tolerance && right <= width + tolerance && bottom <= height + tolerance;
