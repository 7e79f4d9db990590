/** What a canvas shows of a chart, as SVG: grid, axes, lines and points, where they stand there. */
import { edgeColour, gridColour, lineLook, textColour, timesOf } from './plot-look.ts';
import type { ShownPlot } from './shown-plots.ts';

type Style = Readonly<Record<string, string>>;

const namespace = 'http://www.w3.org/2000/svg';

/** An element with its style, in which the colours are still variables. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  style: Style,
  text = '',
) {
  const element = document.createElementNS(namespace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  for (const [key, value] of Object.entries(style)) element.style.setProperty(key, value);
  element.textContent = text;
  return element;
}

const label: Style = { fill: textColour, 'font-size': 'var(--text-label)' };

/** From back to front. */
export const plotSvg = (plot: ShownPlot): SVGElement[] => [...gridOf(plot), ...timeAxisOf(plot), ...linesOf(plot)];

function gridOf({ chart: { axis }, frame: { left, right, y } }: ShownPlot): SVGElement[] {
  return axis.ticks.flatMap((value) => [
    svgElement('path', { d: `M${left} ${y(value)}H${right}` }, { stroke: gridColour(axis, value) }),
    svgElement('text', { x: left - 8, y: y(value) + 4, 'text-anchor': 'end' }, label, axis.text(value)),
  ]);
}

function timeAxisOf({ chart, look, frame }: ShownPlot): SVGElement[] {
  const { left, right, bottom, x } = frame;
  const written = { 'text-anchor': 'middle' };
  return [
    svgElement('path', { d: `M${left} ${bottom}H${right}` }, { stroke: edgeColour }),
    ...timesOf(chart, look).flatMap((t) => [
      svgElement('path', { d: `M${x(t)} ${bottom}v8` }, { stroke: edgeColour }),
      svgElement('text', { ...written, x: x(t), y: bottom + 22 }, label, String(t)),
    ]),
    svgElement('text', { ...written, x: (left + right) / 2, y: frame.height - 4 }, label, look.time),
  ];
}

function linesOf({ chart, frame: { x, y } }: ShownPlot): SVGElement[] {
  return chart.series.flatMap(({ points }, place) => {
    const { colour, width, dash, radius } = lineLook(chart, place);
    const held = points.filter(({ value }) => chart.axis.holds(value));
    const d = held.map(({ t, value }) => {
      const isBegun = t > 1 && chart.axis.holds(points[t - 2].value);
      return `${isBegun ? 'L' : 'M'}${x(t)} ${y(value)}`;
    });
    const stroke = { stroke: colour, 'stroke-width': `${width}`, 'stroke-dasharray': dash.join(' ') || 'none' };
    const line = svgElement('path', { d: d.join('') }, { ...stroke, fill: 'none', 'stroke-linejoin': 'round' });
    const dots = held.map(({ t, value }) =>
      svgElement('circle', { cx: x(t), cy: y(value), r: radius }, { fill: colour }),
    );
    return [...(d.length ? [line] : []), ...dots];
  });
}
