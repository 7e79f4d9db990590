/** What a picture says of itself above it: away from the page nothing else does. */
import { svgElement } from '#lib/visuals/chart/plot-svg.ts';

export interface Heading {
  /** What it shows. */
  readonly title: string;
  /** What belongs to that. */
  readonly note?: string;
  /** Of which model and page it is, in parts between which a line may end. */
  readonly source: string;
}

const between = ' · ';
/** From line to line, from where letters stand to the end of theirs, and from the last one to the drawing. */
const [leading, descent, gap] = [17, 4, 10];
const letters = { 'font-family': 'var(--sans)', 'font-style': 'normal', 'text-anchor': 'start' };
const titled = { ...letters, fill: 'var(--ink)', 'font-size': 'var(--text-stage-title)', 'font-weight': '650' };
const noted = { ...letters, fill: 'var(--ink-2)', 'font-size': 'var(--text-control)', 'font-weight': '400' };
const sourced = { ...noted, fill: 'var(--ink-3)', 'font-size': 'var(--text-label)' };

/** @param drawing stands in the document, so that its words can be measured */
export function addHeading(drawing: SVGSVGElement, { title, note = '', source }: Heading): void {
  const { x, y, width, height } = drawing.viewBox.baseVal;
  // Squeezed into what is out of sight, letters would have no measurable width.
  Object.assign(drawing.style, { width: `${width}px`, height: `${height}px` });
  const write = (text: string, style: Readonly<Record<string, string>>): SVGTextElement =>
    drawing.appendChild(svgElement('text', { x }, style, text) as SVGTextElement);
  const hasRoom = (text: string): boolean => {
    const tried = write(text, sourced);
    const length = tried.getComputedTextLength();
    tried.remove();
    return length <= width;
  };
  const lines = [
    write(title, titled),
    ...(note ? [write(note, noted)] : []),
    ...wrapped(source.split(between), hasRoom).map((text) => write(text, sourced)),
  ];
  const room = lines.length * leading + gap;
  lines.forEach((line, place) => line.setAttribute('y', String(y - room + (place + 1) * leading - descent)));
  const widest = Math.max(width, ...lines.map((line) => line.getComputedTextLength()));
  drawing.setAttribute('viewBox', [x, y - room, Math.ceil(widest), height + room].join(' '));
}

/** As many parts on a line as it has room for, and at least one. */
const wrapped = (parts: readonly string[], hasRoom: (text: string) => boolean): string[] =>
  parts.reduce<string[]>((lines, part) => {
    const longer = [...lines.slice(-1), part].join(between);
    return lines.length && hasRoom(longer) ? [...lines.slice(0, -1), longer] : [...lines, part];
  }, []);
