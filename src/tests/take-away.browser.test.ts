import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Component } from 'svelte';
import type { Cell } from '#lib/cells/cell.ts';
import { modelRun } from '#lib/cells/model-file/build.ts';
import { readModelFile } from '#lib/cells/model-file/read.ts';
import { cells } from '#lib/cells/registry.ts';
import type { Step } from '#lib/engine/steps.ts';
import LedgerTable from '#lib/formula/LedgerTable.svelte';
import type { Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import { subjectOf } from '#lib/visuals/drawing/subject.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { visuals, type VisualProps } from '#lib/visuals/registry.ts';
import { visualKinds, type VisualId } from '#lib/visuals/visual-ids.ts';
import type { Changes } from '#lib/workbench/take-away/changes.ts';
import { painted, pngOf } from '#lib/workbench/take-away/paint.ts';
import { drawingOf } from '#lib/workbench/take-away/pictures.ts';
import { svgText } from '#lib/workbench/take-away/standalone.ts';
import { tableRows } from '#lib/workbench/take-away/table-rows.ts';
import TakeAway from '#lib/workbench/take-away/TakeAway.svelte';
import { sharpness, thingsOf, type Thing } from '#lib/workbench/take-away/things.ts';
import '../app.css';
import { edited } from './edited.ts';
import { faultsOf } from './picture-faults.ts';

const everyVisual = Object.entries(visuals) as [VisualId, Component<VisualProps>][];
const everyCell = Object.values<Cell>(cells);
const model = specimen(cells.lstm);
const forward: Step = { pass: 'forward', t: 2, id: 'forget.gate' };
const backward: Step = { pass: 'backward', t: 2, id: 'cell.state' };
const caption = {
  title: 'forget gate',
  source: 'LSTM, units: 2 · A lesson · t = 2',
  description: 'a cell & its gates',
  lang: 'en',
};

beforeEach(async () => {
  // High enough for every chart to be seen, and so drawn.
  await page.viewport(1040, 4000);
  document.body.style.width = '1000px';
});

afterEach(() => void (document.documentElement.dataset.theme = 'light'));

/** How many different colours there are in a picture, and the colour of its corners. */
function coloursOf(canvas: HTMLCanvasElement): { count: number; corners: string[] } {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
  const at = (pixel: number): string => data.subarray(4 * pixel, 4 * pixel + 4).join(' ');
  const seen = new Set<string>();
  for (let pixel = 0; pixel < width * height; pixel += 7) seen.add(at(pixel));
  return { count: seen.size, corners: [0, width - 1, width * (height - 1), width * height - 1].map(at) };
}

const white = '255 255 255 255';

describe.each(everyCell)('every drawing of the $id', (cell) => {
  const drawings = everyVisual.filter(([id]) => visualKinds[id] === 'drawing');
  const places = drawings.flatMap(([id, Visual]) => [false, true].map((compact) => ({ id, Visual, compact })));

  test.each(places)(
    '$id can be taken away wherever the walk stands, compact $compact',
    async ({ Visual, compact }) => {
      const ofCell = specimen(cell);
      const steps = subjectOf(ofCell).progress.steps.filter((_, place) => place % 7 === 0);
      const { container, rerender } = await render(Visual, { model: ofCell, step: steps[0], language: 'en', compact });
      for (const step of steps) {
        await rerender({ step });
        const drawing = drawingOf(container.querySelector('svg')!, caption);
        expect(faultsOf(svgText(drawing))).toEqual([]);
        const { count, corners } = coloursOf(painted(drawing, 1));
        expect(count).toBeGreaterThan(10);
        expect(corners).toEqual([white, white, white, white]);
      }
    },
    60_000,
  );
});

/** Charts, drawn. */
async function charts(language: Language, step: Step): Promise<HTMLElement[]> {
  const all = [];
  for (const [id, Visual] of everyVisual.filter(([id]) => visualKinds[id] === 'chart')) {
    const { container } = await render(Visual, { model, step, language, still: true });
    await vi.waitFor(() => expect(container.querySelector('.cursor'), id).not.toBeNull());
    all.push(container);
  }
  return all;
}

test.each(['en', 'zh'] as const)(
  'a chart has its grid, its lines, its cursor and its names, in %s',
  async (language) => {
    for (const container of await charts(language, backward)) {
      const drawing = drawingOf(container.querySelector('[role=img]')!, caption);
      expect(faultsOf(svgText(drawing))).toEqual([]);
      const texts = [...drawing.querySelectorAll('text')].map(({ textContent }) => textContent);
      for (const said of ['figcaption strong', 'figcaption .note']) {
        expect(texts).toContain(container.querySelector(said)!.textContent);
      }
      for (const label of container.querySelectorAll('.plot svg text')) expect(texts).toContain(label.textContent);
      const count = container.querySelectorAll('thead th').length - 1;
      expect(drawing.querySelectorAll('circle').length).toBeGreaterThanOrEqual(count * model.run.program.timesteps);
      expect(drawing.querySelectorAll('path[stroke-linejoin=round]')).toHaveLength(count);
      expect(coloursOf(painted(drawing, 1)).corners).toEqual([white, white, white, white]);
    }
  },
);

test.each([false, true])('a term that is left out is crossed out in a picture, too, compact %s', async (compact) => {
  const dropped = [{ value: 'cell.state', user: 'cell.kept' }];
  const cut = edited(model, { dropped, held: [{ id: 'forget.gate', to: 1 }] });
  for (const Visual of [visuals['cell-diagram'], visuals.strip] as Component<VisualProps>[]) {
    const { container } = await render(Visual, { model: cut, step: backward, language: 'en', compact });
    const svg = container.querySelector('svg')!;
    const drawing = drawingOf(svg, { ...caption, description: svg.getAttribute('aria-label')! });
    expect(faultsOf(svgText(drawing))).toEqual([]);
    const crosses = [...svg.querySelectorAll('.cross')].map((cross) => cross.getAttribute('d')!);
    expect(crosses.length).toBeGreaterThan(0);
    for (const cross of crosses) expect(drawing.querySelector(`path[d="${cross}"][stroke]`)).not.toBeNull();
    expect(drawing.querySelectorAll('path[stroke-dasharray="4, 4"]').length).toBeGreaterThan(0);
    expect(drawing.querySelector('desc')!.textContent).toContain('Left out of gradients: cell state');
  }
});

test('a picture is the same from a dark page, and leaves nothing behind', async () => {
  const { container } = await render(visuals['cell-diagram'], { model, step: backward, language: 'en' });
  const taken = (): string => svgText(drawingOf(container.querySelector('svg')!, caption));
  const before = taken();
  const count = document.querySelectorAll('*').length;
  document.documentElement.dataset.theme = 'dark';
  expect(taken()).toBe(before);
  expect(document.querySelectorAll('*')).toHaveLength(count);
});

test('what is on its way when it is taken has arrived in the picture', async () => {
  const { container, rerender } = await render(visuals['cell-diagram'], { model, step: forward, language: 'en' });
  const svg = container.querySelector('svg')!;
  await rerender({ step: { ...forward, id: 'cell.kept' } });
  const moving = svgText(drawingOf(svg, caption));
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  expect(svgText(drawingOf(svg, caption))).toBe(moving);
  expect(moving).not.toContain('stroke-dasharray="1"');
});

test('a picture says what it shows and of what, on as many lines as it is wide', async () => {
  const { container } = await render(visuals.strip, { model, step: forward, language: 'en', compact: true });
  const svg = container.querySelector('svg')!;
  const parts = [
    'LSTM',
    'a lesson of some length, too long for one line',
    'bias of the forget gate',
    't = 2',
    'Gatewalk',
  ];
  const drawing = drawingOf(svg, { ...caption, source: parts.join(' · ') });
  const { x, y, width, height } = drawing.viewBox.baseVal;
  const said = [...drawing.querySelectorAll(':scope > text')];
  expect(said.length).toBeGreaterThan(2);
  expect(said.map(({ textContent }) => textContent).join(' · ')).toBe(`forget gate · ${parts.join(' · ')}`);
  expect(height - svg.viewBox.baseVal.height).toBe(24 + said.length * 17 + 10);
  document.body.append(drawing);
  for (const line of said) {
    const box = (line as SVGTextElement).getBBox();
    expect(box.x).toBeGreaterThanOrEqual(x);
    expect(box.x + box.width).toBeLessThanOrEqual(x + width);
    expect(box.y).toBeGreaterThanOrEqual(y);
    expect(box.y + box.height).toBeLessThanOrEqual(svg.viewBox.baseVal.y);
  }
  drawing.remove();
});

test('a drawing with something in it that cannot be copied is refused', async () => {
  const { container } = await render(visuals.strip, { model, step: forward, language: 'en' });
  const svg = container.querySelector('svg')!;
  svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'foreignObject'));
  expect(() => drawingOf(svg, caption)).toThrow('foreignObject');
});

test('a PNG is as large as the drawing, times its sharpness', async () => {
  const { container } = await render(visuals.strip, { model, step: forward, language: 'en' });
  const drawing = drawingOf(container.querySelector('svg')!, caption);
  const png = await createImageBitmap(await pngOf(painted(drawing, sharpness)));
  const { width, height } = drawing.viewBox.baseVal;
  expect([png.width, png.height]).toEqual([width * sharpness, height * sharpness]);
});

describe('a table', () => {
  const rowsOf = (container: Element) => tableRows(container.querySelector('table')!);

  test('of values is given in full, its two rows of heads as one', async () => {
    const { container } = await render(visuals.table, { model, step: forward, language: 'zh' });
    const [head, ...rows] = rowsOf(container);
    expect(head.slice(0, 3)).toEqual(['量', '分量 1 · 数值', '分量 1 · 梯度']);
    const [f, df] = [model.run.value('forget.gate', 2), model.run.gradient('forget.gate', 2)];
    expect(rows).toContainEqual(['遗忘门', f[0], df[0], f[1], df[1]]);
    const input = model.run.value('input', 2);
    expect(rows.find(([name]) => name === '输入')!.slice(0, 2)).toEqual(['输入', input[0]]);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
  });

  test('of a chart has a row per timestep', async () => {
    const { container } = await render(visuals['gates-chart'], { model, step: forward, language: 'en' });
    const gates = ['forget.gate', 'input.gate', 'output.gate'] as const;
    expect(rowsOf(container)).toEqual([
      ['t', 'forget gate', 'input gate', 'output gate'],
      ...[1, 2, 3, 4].map((t) => [String(t), ...gates.map((id) => model.run.value(id, t)[0])]),
    ]);
  });

  test('of what adds up to a gradient has the exact terms, and their sum so far', async () => {
    const step: Step = { pass: 'backward', t: 2, id: 'b.f' };
    const { container } = await render(LedgerTable, { model, step, language: 'en' });
    const [, ...rows] = rowsOf(container);
    const delta = (t: number): Float64Array => model.run.gradient('forget.preactivation', t);
    expect(rows[0]).toEqual(['via the forget gate before the sigmoid, t = 2', ...delta(2)]);
    expect(rows.map(([name]) => name)).toContain('sum so far, from the last timestep down to this one');
    expect(rows.find(([name]) => name === 'sum')).toEqual(['sum', ...delta(2)]);
    expect(rows.at(-1)![1]).toBeCloseTo(delta(2)[0] + delta(3)[0] + delta(4)[0], 15);
  });
});

describe('what the menu offers', () => {
  /** Makes the files instead of saving them, by their names. */
  function caught() {
    const files = new Map<string, Blob>();
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob) - 1}`);
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      files.set(this.download, blobs[Number(this.href.slice('blob:'.length))]);
    });
    return files;
  }

  afterEach(() => void vi.restoreAllMocks());

  async function opened(language: Language = 'en') {
    const { container } = await render(visuals['cell-diagram'], { model, step: forward, language });
    await render(visuals.table, { model, step: forward, language });
    const props = { model, root: container.parentElement!, place: 'forget gate · t = 2', language, name: 'lstm_t2' };
    const menu = await render(TakeAway, props);
    menu.container.querySelector('button')!.click();
    await vi.waitFor(() => expect(menu.container.querySelector('li')).not.toBeNull());
    return menu;
  }

  test('is all there is to see, each under its name', async () => {
    const { container } = await opened();
    const names = [...container.querySelectorAll('li button')].map((button) => button.ariaLabel);
    expect(names).toEqual([
      'The model, JSON',
      'The run, JSON',
      'All values and gradients, CSV',
      'LSTM at timestep 2, SVG',
      'LSTM at timestep 2, PNG',
      'Values and gradients at t = 2, CSV',
      'Parameters that feed unit 1, CSV',
    ]);
  });

  test('is made when it is chosen, and says in its name what it is', async () => {
    const files = caught();
    const { getByRole } = await opened();
    for (const name of [
      'The model, JSON',
      'All values and gradients, CSV',
      'LSTM at timestep 2, SVG',
      'LSTM at timestep 2, PNG',
    ]) {
      await getByRole('button', { name }).click();
    }
    await vi.waitFor(() => expect(files.size).toBe(4));
    const [json, csv, svg, png] = [...files.values()];
    expect([...files.keys()].join(' ')).toBe(
      'lstm_t2_the-model.json lstm_t2_all-values-and-gradients.csv lstm_t2_lstm-at-timestep-2.svg lstm_t2_lstm-at-timestep-2.png',
    );
    expect(modelRun(readModelFile(await json.text(), 'model.json')).loss).toBe(model.run.loss);
    expect(await csv.text()).toContain(`\nloss,${model.run.loss},1\n`);
    expect(faultsOf(await svg.text())).toEqual([]);
    expect(await svg.text()).toContain(
      `<title>LSTM at timestep 2 · LSTM, units: 2, timesteps: 4 · ${document.title}</title>`,
    );
    expect(png.type).toBe('image/png');
  });

  test('says plainly what could not be made', async () => {
    const { container, getByRole } = await opened();
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(null));
    await getByRole('button', { name: 'LSTM at timestep 2, PNG' }).click();
    await vi.waitFor(() =>
      expect(container.querySelector('.problem')?.textContent).toBe(
        'LSTM at timestep 2 could not be made as PNG in this browser.',
      ),
    );
    expect(document.activeElement).toBe(container.querySelector('.problem'));
  });

  describe('of an edited model', () => {
    const held = edited(model, { held: [{ id: 'forget.gate', to: 1 }] });
    const thingsIn = (language: Language, changes?: Changes) =>
      thingsOf({ model: held, root: document.createElement('div'), page: '', language, name: 'x', changes }).numbers;
    const textsOf = (things: readonly Thing[]): Promise<string[]> =>
      Promise.all(things.map(async ({ ways: [way] }) => (await way.make()).text()));
    const hold = { 'forget.gate': 1 };

    test('is the run with one more field, the list of changes, and the table with one more column', async () => {
      const [plain, changed] = await Promise.all([textsOf(thingsIn('en')), textsOf(thingsIn('en', { hold }))]);
      const [without, run] = [plain[1], changed[1]].map((text) => JSON.parse(text) as object);
      expect(run).toEqual({ ...without, changes: { hold } });
      expect(Object.keys(run)).toEqual([...Object.keys(without), 'changes']);
      expect(plain[2]).toContain('address,value,gradient\n');
      expect(changed[2]).toContain('address,value,gradient,edit\n');
      expect(changed[2]).toMatch(/\nforget\.gate@1\[0\],1,[^,]+,held\n/);
    });

    test('says so in the names of the files, but for a model file, which is without what is held', () => {
      const names = (language: Language, changes: Changes): string[] =>
        thingsIn(language, changes).map(({ ways: [{ file }] }) => file);
      expect(names('en', { hold })).toEqual([
        'x_the-model.json',
        'x_the-run-changed.json',
        'x_all-values-and-gradients-changed.csv',
      ]);
      expect(names('en', { hold, updates: 1 })[0]).toBe('x_the-model-changed.json');
      expect(names('zh', { hold })[1]).toBe('x_运行结果-已改动.json');
    });

    test('warns, before it is taken, that the model file cannot say what is held or left out', () => {
      expect(thingsIn('en', { hold })[0].note).toBe(languages.en.messages.things.modelWithout);
      expect(thingsIn('zh', { hold })[0].note).toBe(languages.zh.messages.things.modelWithout);
    });
  });

  test('has no model and no run of a cell that PyTorch does not have', () => {
    const unknown = { cell: { ...model.cell, id: 'peephole' }, run: model.run };
    const { numbers } = thingsOf({
      model: Object.assign(Object.create(model) as typeof model, unknown),
      root: document.createElement('div'),
      page: '',
      language: 'en',
      name: 'x',
    });
    expect(numbers.map(({ name }) => name)).toEqual(['All values and gradients']);
  });
});
