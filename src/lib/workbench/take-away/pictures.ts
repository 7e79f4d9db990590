/** The drawings and charts of the page as documents of their own. */
import { plotSvg, svgElement } from '#lib/visuals/chart/plot-svg.ts';
import { shownPlots } from '#lib/visuals/chart/shown-plots.ts';
import { standalone, type Caption } from './standalone.ts';

/** @param picture what is said to be one: an SVG, or a chart, whose lines are on a canvas */
export function drawingOf(picture: Element, caption: Caption): SVGSVGElement {
  return picture instanceof SVGSVGElement ? standalone(picture, caption) : chartDrawing(picture, caption);
}

/** A chart that has not been drawn yet has nothing to be taken away but its numbers. */
export const isDrawn = (picture: Element): boolean =>
  picture instanceof SVGSVGElement || canvasOf(picture) !== undefined;

function canvasOf(chart: Element): HTMLCanvasElement | undefined {
  const canvas = chart.querySelector('canvas');
  return canvas && shownPlots.has(canvas) ? canvas : undefined;
}

function chartDrawing(picture: Element, caption: Caption): SVGSVGElement {
  const plot = shownPlots.get(canvasOf(picture)!)!;
  const { title, note } = plot.chart;
  return standalone(picture.querySelector('svg')!, { ...caption, title, note }, (copy) => {
    copy.setAttribute('viewBox', `0 0 ${plot.frame.width} ${plot.frame.height}`);
    copy.prepend(...waitingGround(picture), ...plotSvg(plot));
  });
}

/** Where nothing is computed yet. */
function waitingGround(picture: Element): SVGElement[] {
  const ground = picture.querySelector<HTMLElement>('.to-come');
  if (!ground) return [];
  const [x, y, width, height] = [ground.style.left, ground.style.top, ground.style.width, ground.style.height].map(
    parseFloat,
  );
  return [svgElement('rect', { x, y, width, height }, { fill: 'var(--waiting)' })];
}
