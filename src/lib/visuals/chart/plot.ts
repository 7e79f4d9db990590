/** The part of a chart that does not move: grid, axes, lines and points, on a canvas. The only file that imports chart.js. */
import {
  Chart as Canvas,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type ChartConfiguration,
  type ChartDataset,
  type Scale,
} from 'chart.js';
import { on } from 'svelte/events';
import { labelRoom, type Chart, type Frame, type Look } from './chart.ts';
import { gridColour, lineLook, textColour, timesOf } from './plot-look.ts';
import { shownPlots } from './shown-plots.ts';

Canvas.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale);

export class Plot {
  readonly #canvas: HTMLCanvasElement;
  readonly #onframe: (frame: Frame) => void;
  readonly #stopWatching: () => void;
  #drawn: Canvas<'line'> | undefined;
  #shown: [Chart, Look] | undefined;

  /** @param onframe is told where numbers stand, whenever that changes */
  constructor(canvas: HTMLCanvasElement, onframe: (frame: Frame) => void) {
    this.#canvas = canvas;
    this.#onframe = onframe;
    this.#stopWatching = onTokens(() => this.#shown && this.show(...this.#shown));
  }

  show(chart: Chart, look: Look): void {
    this.#shown = [chart, look];
    const configuration = this.#configuration(chart, look);
    if (!this.#drawn) return void (this.#drawn = new Canvas(this.#canvas, configuration));
    this.#drawn.data = configuration.data;
    this.#drawn.options = configuration.options!;
    this.#drawn.update('none');
  }

  destroy(): void {
    this.#stopWatching();
    this.#drawn?.destroy();
  }

  #configuration(chart: Chart, look: Look): ChartConfiguration<'line'> {
    const { axis, series } = chart;
    const timesteps = series[0].points.length;
    const text = { color: this.#colour(textColour), font: this.#font() };
    return {
      type: 'line',
      plugins: [{ id: 'frame', afterLayout: ({ scales }) => this.#place(frameOf(this.#canvas, scales)) }],
      data: { datasets: series.map((_, place) => this.#line(chart, place)) },
      options: {
        animation: false,
        maintainAspectRatio: false,
        events: [],
        layout: { padding: { top: 8, right: this.#roomForLabels(chart, look) } },
        scales: {
          x: {
            type: 'linear',
            min: 1,
            max: Math.max(2, timesteps),
            afterBuildTicks: withTicks(timesOf(chart, look)),
            grid: { display: false },
            border: { color: this.#colour('var(--edge)') },
            ticks: { ...text, autoSkip: false, maxRotation: 0, callback: (t) => String(t) },
            title: { display: true, text: look.time, ...text, padding: 0 },
          },
          y: {
            type: axis.kind,
            min: axis.ticks[0],
            max: axis.ticks[axis.ticks.length - 1],
            afterBuildTicks: withTicks(axis.ticks),
            grid: {
              drawTicks: false,
              color: ({ tick }) => this.#colour(gridColour(axis, tick?.value)),
            },
            border: { display: false },
            ticks: { ...text, autoSkip: false, padding: 8, callback: (value) => axis.text(Number(value)) },
          },
        },
      },
    };
  }

  #place(frame: Frame): void {
    const [chart, look] = this.#shown!;
    shownPlots.set(this.#canvas, { chart, look, frame });
    this.#onframe(frame);
  }

  #line(chart: Chart, place: number): ChartDataset<'line'> {
    const { points } = chart.series[place];
    const { colour, width, dash, radius } = lineLook(chart, place);
    return {
      // What has no place on the axis is a gap: chart.js leaves out what is no number.
      data: points.map(({ t, value }) => ({ x: t, y: chart.axis.holds(value) ? value : NaN })),
      borderColor: this.#colour(colour),
      backgroundColor: this.#colour(colour),
      borderWidth: width,
      borderDash: [...dash],
      borderJoinStyle: 'round',
      pointBorderWidth: 0,
      pointRadius: radius,
      clip: 6,
    };
  }

  #roomForLabels({ series }: Chart, { compact }: Look): number {
    const { gap, badge, between } = labelRoom;
    const context = this.#canvas.getContext('2d')!;
    const { size, family } = this.#font();
    context.font = `${size}px ${family}`;
    const names = compact ? [0] : series.map(({ name }) => between + context.measureText(name).width);
    return gap + badge + Math.ceil(Math.max(...names)) + 2;
  }

  /** The colour a style means here and now: a canvas knows no variables. */
  #colour(style: string): string {
    this.#canvas.style.color = style;
    return getComputedStyle(this.#canvas).color;
  }

  #font(): { size: number; family: string } {
    const { fontSize, fontFamily } = getComputedStyle(this.#canvas);
    return { size: parseFloat(fontSize), family: fontFamily };
  }
}

const withTicks =
  (values: readonly number[]) =>
  (scale: Scale): void => {
    scale.ticks = values.map((value) => ({ value }));
  };

function frameOf(canvas: HTMLCanvasElement, { x, y }: Record<string, Scale>): Frame {
  return {
    width: canvas.clientWidth,
    height: canvas.clientHeight,
    left: x.left,
    right: x.right,
    top: y.top,
    bottom: y.bottom,
    x: (t) => x.getPixelForValue(t),
    y: (value) => y.getPixelForValue(value),
  };
}

/** Calls back when colours or sizes of the page change: by the switch, by its width, or because paper is always light. */
function onTokens(callback: () => void): () => void {
  const theme = new MutationObserver(callback);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const stops = [on(window, 'resize', callback), on(matchMedia('print'), 'change', callback)];
  return () => {
    theme.disconnect();
    stops.forEach((stop) => stop());
  };
}
