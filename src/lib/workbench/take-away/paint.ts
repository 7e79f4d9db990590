/**
 * Draws a drawing of `standalone.ts` on a canvas. A browser could do so by itself, from an image of it; but the page's
 * policy allows images from the site alone, and an image of an SVG may not use the page's faces for mathematics.
 */

type Context = CanvasRenderingContext2D;

/** In pixels of the picture for each of the drawing. */
export function painted(drawing: SVGSVGElement, scale: number): HTMLCanvasElement {
  const { x, y, width, height } = drawing.viewBox.baseVal;
  const { canvas, context } = canvasOf(scale * width, scale * height);
  context.scale(scale, scale);
  context.translate(-x, -y);
  paintChildren(drawing, { drawing, scale, context });
  return canvas;
}

export const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((done, refuse) =>
    canvas.toBlob((blob) => (blob ? done(blob) : refuse(new Error('the picture is too large for this browser')))),
  );

interface Painting {
  readonly drawing: SVGSVGElement;
  readonly scale: number;
  readonly context: Context;
}

function canvasOf(width: number, height: number): { canvas: HTMLCanvasElement; context: Context } {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no canvas');
  return { canvas, context };
}

const unseen = new Set(['defs', 'clipPath', 'title', 'desc']);

function paintChildren(parent: Element, painting: Painting): void {
  for (const child of parent.children) if (!unseen.has(child.localName)) paint(child as SVGElement, painting);
}

function paint(element: SVGElement, painting: Painting): void {
  const { context } = painting;
  context.save();
  transform(element, context);
  clip(element, painting);
  context.globalAlpha *= number(element, 'opacity', 1);
  if (element.localName === 'g') paintChildren(element, painting);
  else if (element.localName === 'text') paintText(element, painting);
  else paintShape(element, painting);
  context.restore();
}

function transform(element: SVGElement, context: Context): void {
  const list = (element as SVGGraphicsElement).transform.baseVal;
  for (let i = 0; i < list.numberOfItems; i++) {
    const { a, b, c, d, e, f } = list.getItem(i).matrix;
    context.transform(a, b, c, d, e, f);
  }
}

/** Nothing of it is seen beyond the shapes that its `clipPath` consists of. */
function clip(element: Element, { drawing, context }: Painting): void {
  const edge = referredTo(element.getAttribute('clip-path') ?? '', drawing);
  if (!edge) return;
  const seen = new Path2D();
  for (const shape of edge.children) seen.addPath(pathOf(shape));
  context.clip(seen);
}

function paintShape(element: Element, painting: Painting): void {
  const { context } = painting;
  const path = pathOf(element);
  const fill = element.getAttribute('fill') ?? '#000000';
  if (fill !== 'none') {
    withAlpha(context, number(element, 'fill-opacity', 1), () => {
      context.fillStyle = paintOf(fill, painting);
      context.fill(path);
    });
  }
  if (prepareStroke(element, painting)) {
    withAlpha(context, number(element, 'stroke-opacity', 1), () => context.stroke(path));
  }
}

function pathOf(element: Element): Path2D {
  const [x, y, cx, cy] = ['x', 'y', 'cx', 'cy'].map((name) => number(element, name));
  const path = new Path2D(element.getAttribute('d') ?? undefined);
  const points = element.getAttribute('points');
  const radius = number(element, 'r');
  const [rx, ry] = [number(element, 'rx', radius), number(element, 'ry', radius)];
  if (element.localName === 'rect') {
    const [width, height] = [number(element, 'width'), number(element, 'height')];
    path.roundRect(x, y, width, height, Math.min(rx, width / 2, height / 2));
  } else if (element.localName === 'circle' || element.localName === 'ellipse') {
    path.ellipse(cx, cy, rx, ry, 0, 0, 2 * Math.PI);
  } else if (element.localName === 'line') {
    path.moveTo(number(element, 'x1'), number(element, 'y1'));
    path.lineTo(number(element, 'x2'), number(element, 'y2'));
  } else if (points) {
    path.addPath(new Path2D(`M${points}${element.localName === 'polygon' ? 'Z' : ''}`));
  }
  return path;
}

/** False: it has no outline. */
function prepareStroke(element: Element, painting: Painting): boolean {
  const { context, scale } = painting;
  const stroke = element.getAttribute('stroke') ?? 'none';
  if (stroke === 'none') return false;
  const isThinned = element.getAttribute('vector-effect') === 'non-scaling-stroke';
  context.strokeStyle = paintOf(stroke, painting);
  context.lineWidth = number(element, 'stroke-width', 1) * (isThinned ? scale / context.getTransform().a : 1);
  context.lineJoin = (element.getAttribute('stroke-linejoin') ?? 'miter') as CanvasLineJoin;
  context.lineCap = (element.getAttribute('stroke-linecap') ?? 'butt') as CanvasLineCap;
  context.setLineDash(element.getAttribute('stroke-dasharray')?.split(/[ ,]+/).map(Number) ?? []);
  return true;
}

/** A colour, or a pattern of the drawing. */
function paintOf(value: string, painting: Painting): string | CanvasPattern {
  const tile = referredTo(value, painting.drawing);
  if (!tile) return value;
  const { scale } = painting;
  const { canvas, context } = canvasOf(scale * number(tile, 'width'), scale * number(tile, 'height'));
  context.scale(scale, scale);
  paintChildren(tile, { ...painting, context });
  const pattern = painting.context.createPattern(canvas, 'repeat')!;
  pattern.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern;
}

/** What `url(#…)` is the name of in the drawing. */
function referredTo(value: string, drawing: Element): Element | undefined {
  const id = /^url\(#(.+)\)$/.exec(value)?.[1];
  return id === undefined ? undefined : drawing.querySelector(`#${CSS.escape(id)}`)!;
}

/** A piece of a text in one face. */
interface Piece {
  readonly text: string;
  readonly font: string;
  readonly dx: number;
  readonly dy: number;
  readonly isUnderlined: boolean;
}

function paintText(element: Element, painting: Painting): void {
  const { context } = painting;
  const pieces = piecesOf(element);
  const width = pieces.reduce((sum, piece) => sum + piece.dx + widthOf(piece, context), 0);
  const share = { start: 0, middle: 0.5, end: 1 }[element.getAttribute('text-anchor') ?? 'start'] ?? 0;
  const isOutlined = prepareStroke(element, painting);
  let x = number(element, 'x') - share * width;
  let y = number(element, 'y');
  context.fillStyle = element.getAttribute('fill') ?? '#000000';
  for (const piece of pieces) {
    [x, y] = [x + piece.dx, y + piece.dy];
    const advance = widthOf(piece, context);
    if (isOutlined) context.strokeText(piece.text, x, y);
    context.fillText(piece.text, x, y);
    if (piece.isUnderlined) context.fillRect(x, y + 3, advance, 1);
    x += advance;
  }
}

function widthOf({ text, font }: Piece, context: Context): number {
  context.font = font;
  return context.measureText(text).width;
}

function piecesOf(element: Element): Piece[] {
  const isKept = element.getAttribute('xml:space') === 'preserve';
  return [...element.childNodes].map((node, place) => {
    const own = node instanceof Element ? node : element;
    const of = (name: string, otherwise: string): string =>
      own.getAttribute(name) ?? element.getAttribute(name) ?? otherwise;
    const said = (node.textContent ?? '').replace(isKept ? /$^/ : /[ \t\n]+/g, ' ');
    return {
      text: place === 0 && !isKept ? said.trimStart() : said,
      font: `${of('font-style', 'normal')} ${of('font-weight', '400')} ${of('font-size', '16')}px ${of('font-family', 'sans-serif')}`,
      dx: own === element ? 0 : number(own, 'dx'),
      dy: own === element ? 0 : number(own, 'dy'),
      isUnderlined: of('text-decoration', '') === 'underline',
    };
  });
}

const number = (element: Element, name: string, otherwise = 0): number =>
  element.hasAttribute(name) ? Number(element.getAttribute(name)) : otherwise;

function withAlpha(context: Context, alpha: number, draw: () => void): void {
  const before = context.globalAlpha;
  context.globalAlpha = before * alpha;
  draw();
  context.globalAlpha = before;
}
