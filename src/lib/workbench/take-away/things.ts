/** What can be taken away from a stage just now. It is read off the page when somebody asks, and made when chosen. */
import { jsonText } from '#lib/cells/model-file/json-text.ts';
import { hasModelFile, modelFileOf } from '#lib/cells/model-file/model-file-of.ts';
import { printRun } from '#lib/cells/model-file/print.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { languages, type Language } from '#lib/i18n/languages.ts';
import { everyValueCsv } from '#lib/stepper/every-value.ts';
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
  /** Where the walk stands, in words. */
  readonly place: string;
  readonly language: Language;
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

function numbersOf({ model, language, name }: Stage): Thing[] {
  const words = languages[language].messages.takeAway;
  const thing = (title: string, note: string, format: 'JSON' | 'CSV', text: () => string): Thing => ({
    name: title,
    note,
    ways: [{ format, file: fileName(name, title, format), make: () => textFile(text(), format) }],
  });
  const every = thing(words.every, words.everyNote, 'CSV', () => [...everyValueCsv(model.run)].join(''));
  if (!hasModelFile(model.cell)) return [every];
  return [
    thing(words.model, words.modelNote, 'JSON', () => jsonText(modelFileOf(model))),
    thing(words.run, words.runNote, 'JSON', () => jsonText(printRun(modelFileOf(model), model.run))),
    every,
  ];
}

function tableThing(table: HTMLTableElement, { name }: Stage): Thing {
  const title = firstWords(table.caption!.textContent);
  const make = (): Blob => textFile(csvText(tableRows(table)), 'CSV');
  return { name: title, ways: [{ format: 'CSV', file: fileName(name, title, 'CSV'), make }] };
}

function pictureThing(picture: Element, { name, place, language }: Stage): Thing {
  const description = picture.getAttribute('aria-label') ?? '';
  const title = firstWords(description);
  const drawing = (): SVGSVGElement =>
    drawingOf(picture, { title: place, description, lang: languages[language].lang });
  return {
    name: title,
    ways: [
      { format: 'SVG', file: fileName(name, title, 'SVG'), make: () => textFile(svgText(drawing()), 'SVG') },
      { format: 'PNG', file: fileName(name, title, 'PNG'), make: () => pngOf(painted(drawing(), sharpness)) },
    ],
  };
}

const kinds = { JSON: 'application/json', CSV: 'text/csv;charset=utf-8', SVG: 'image/svg+xml' };

const textFile = (text: string, format: keyof typeof kinds): Blob => new Blob([text], { type: kinds[format] });

/** What is said of a drawing or a table begins with its name. */
const firstWords = (said: string): string => said.trim().split(/[.:;。：；]/)[0];

/** A table that is folded up is in view as far as its heading goes. */
const isInView = (element: Element): boolean => (element.closest('details') ?? element).getClientRects().length > 0;
