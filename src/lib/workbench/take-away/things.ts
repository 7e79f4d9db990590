/** What can be taken away from a stage just now. It is read off the page when somebody asks, and made when chosen. */
import { jsonText } from '#lib/cells/model-file/json-text.ts';
import { hasModelFile, modelFileOf } from '#lib/cells/model-file/model-file-of.ts';
import { printRun } from '#lib/cells/model-file/print.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import { everyValueCsv } from '#lib/stepper/every-value.ts';
import { isInModel, remarkOn, type Changes } from './changes.ts';
import { csvText } from './csv.ts';
import { fileName } from './file-name.ts';
import { painted, pngOf } from './paint.ts';
import { drawingOf, isDrawn } from './pictures.ts';
import { svgText } from './standalone.ts';
import { tableRows } from './table-rows.ts';

export interface Stage {
  readonly model: NamedRun;
  /** In which drawings, charts and tables are found. */
  readonly root: HTMLElement;
  /** The title of the page: its lesson, and where the walk stands. */
  readonly page: string;
  readonly language: Language;
  /** What was done to the model; undefined: nothing. */
  readonly changes?: Changes;
  /** What the names of the files begin with. */
  readonly name: string;
}

export interface Way {
  readonly format: 'JSON' | 'CSV' | 'SVG' | 'PNG';
  readonly file: string;
  make(): Blob | Promise<Blob>;
}

export interface Thing {
  readonly name: string;
  /** What its name does not say. */
  readonly note?: string;
  readonly ways: readonly Way[];
}

/** Pixels of a picture for each of the page: sharp on paper and on the wall. */
export const sharpness = 3;

export function thingsOf(stage: Stage): { numbers: Thing[]; tables: Thing[]; pictures: Thing[] } {
  const { root } = stage;
  const tables = [...root.querySelectorAll('table')].filter((table) => table.caption && isInView(table));
  const pictures = [...root.querySelectorAll('[role=img]')].filter(
    (picture) => picture.matches('svg, :has(canvas)') && isInView(picture) && isDrawn(picture),
  );
  return {
    numbers: numbersOf(stage),
    tables: tables.map((table) => tableThing(table, stage)),
    pictures: pictures.map((picture) => pictureThing(picture, stage)),
  };
}

function numbersOf(stage: Stage): Thing[] {
  const { model, language, changes } = stage;
  const { run } = model;
  const words = languages[language].messages.things;
  const thing = (title: string, note: string, file: string, text: () => string): Thing => {
    const format = file.endsWith('.csv') ? 'CSV' : 'JSON';
    return { name: title, note, ways: [{ format, file, make: () => textFile(text(), format) }] };
  };
  const remark = changes && remarkOn(run, changes);
  const every = thing(
    words.every,
    changes ? words.everyChanged : words.everyNote,
    fileOf(stage, words.every, 'CSV'),
    () => [...everyValueCsv(run, remark)].join(''),
  );
  if (!hasModelFile(model.cell)) return [every];
  const isPartial = run.program.held.length + run.program.dropped.length > 0;
  const ofModel = { ...stage, changes: changes && isInModel(changes) ? changes : undefined };
  return [
    thing(words.model, isPartial ? words.modelWithout : words.modelNote, fileOf(ofModel, words.model, 'JSON'), () =>
      jsonText(modelFileOf(model)),
    ),
    thing(words.run, changes ? words.runChanged : words.runNote, fileOf(stage, words.run, 'JSON'), () =>
      jsonText({ ...printRun(modelFileOf(model), run), changes }),
    ),
    every,
  ];
}

/** The name says when it is not of the model as it was given. */
function fileOf({ name, language, changes }: Stage, title: string, format: Way['format']): string {
  const { changed } = languages[language].messages.things;
  return fileName(name, changes ? `${title} ${changed}` : title, format);
}

function tableThing(table: HTMLTableElement, stage: Stage): Thing {
  const title = firstWords(table.caption!.textContent);
  const make = (): Blob => textFile(csvText(tableRows(table)), 'CSV');
  return { name: title, ways: [{ format: 'CSV', file: fileOf(stage, title, 'CSV'), make }] };
}

function pictureThing(picture: Element, stage: Stage): Thing {
  const { language } = stage;
  const description = picture.getAttribute('aria-label') ?? '';
  const title = firstWords(description);
  const drawing = (): SVGSVGElement =>
    drawingOf(picture, { title, source: sourceOf(stage), description, lang: languages[language].lang });
  return {
    name: title,
    ways: [
      { format: 'SVG', file: fileOf(stage, title, 'SVG'), make: () => textFile(svgText(drawing()), 'SVG') },
      { format: 'PNG', file: fileOf(stage, title, 'PNG'), make: () => pngOf(painted(drawing(), sharpness)) },
    ],
  };
}

/** Which network it is, and where it was seen. */
function sourceOf({ model: { cell, run }, page, language, changes }: Stage): string {
  const { network, changed } = languages[language].messages.things;
  const units = run.program.graph.values.get(cell.states.h)!.shape[0];
  const named = fill(network, { cell: cell.name[language], units, timesteps: run.program.timesteps });
  return [named, ...(changes ? [changed] : []), page].filter(Boolean).join(' · ');
}

const kinds = { JSON: 'application/json', CSV: 'text/csv;charset=utf-8', SVG: 'image/svg+xml' };

const textFile = (text: string, format: keyof typeof kinds): Blob => new Blob([text], { type: kinds[format] });

/** What is said of a drawing or a table begins with its name. */
const firstWords = (said: string): string => said.trim().split(/[.:;。：；]/)[0];

/** A table that is folded up is in view as far as its heading goes. */
const isInView = (element: Element): boolean => (element.closest('details') ?? element).getClientRects().length > 0;
