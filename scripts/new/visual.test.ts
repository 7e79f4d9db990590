import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, resolveConfig } from 'prettier';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cells } from '#lib/cells/registry.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import type { VisualProps } from '#lib/visuals/registry.ts';
import { newVisual } from './visual.ts';

// Inside the project, so that the skeleton's imports find it.
const visuals = 'test-results/new-visuals';

beforeEach(() => {
  mkdirSync(visuals, { recursive: true });
  for (const part of ['drawing', 'registry.ts', 'visual-ids.ts']) {
    cpSync(join('src/lib/visuals', part), join(visuals, part), { recursive: true });
  }
});
afterEach(() => rmSync(visuals, { recursive: true }));

test('a new visual draws the numbers of the run, as far as they are known, in both languages', async () => {
  newVisual('gate-dials', visuals);
  const path = join(visuals, 'gate-dials/GateDials.svelte');
  const { default: GateDials } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as {
    default: Component<VisualProps>;
  };
  const model = specimen(cells.lstm);
  const step = { pass: 'forward', t: 2, id: 'hidden.state' } as const;
  const english = render(GateDials, { props: { model, step, language: 'en' } }).body;
  for (const t of [0, 1, 2]) {
    expect(english).toContain(
      `data-address="hidden.state@${t}[0]" data-value="${model.run.value('hidden.state', t)[0]}"`,
    );
  }
  expect(english).not.toContain('hidden.state@3');
  expect(english).toContain('hidden state at timestep 2');
  expect(render(GateDials, { props: { model, step, language: 'zh' } }).body).toContain('隐藏状态');
});

test('a new visual is formatted as all code is', async () => {
  newVisual('gate-dials', visuals);
  const path = join(visuals, 'gate-dials/GateDials.svelte');
  expect(await check(readFileSync(path, 'utf8'), { ...(await resolveConfig(path)), filepath: path })).toBe(true);
});

test('a new visual stands in both lists, under its own name', () => {
  newVisual('gate-dials', visuals);
  newVisual('dials', visuals);
  expect(readFileSync(join(visuals, 'visual-ids.ts'), 'utf8')).toContain(
    "  'gate-dials': 'drawing',\n  dials: 'drawing',\n} as const",
  );
  const registry = readFileSync(join(visuals, 'registry.ts'), 'utf8');
  expect(registry).toContain("import GateDials from './gate-dials/GateDials.svelte';\nimport Dials from");
  expect(registry).toContain("  'gate-dials': GateDials,\n  dials: Dials,\n} satisfies");
});

test.each([
  ['dials', 'is there already'],
  ['gates-chart', 'has a visual gates-chart already'],
  ['GateDials', 'small letters and hyphens, such as gate-dials'],
])('%s is refused before anything is written', (name, reason) => {
  newVisual('dials', visuals);
  const before = readFileSync(join(visuals, 'registry.ts'), 'utf8');
  expect(() => newVisual(name, visuals)).toThrow(reason);
  expect(readFileSync(join(visuals, 'registry.ts'), 'utf8')).toBe(before);
  expect(existsSync(join(visuals, 'gates-chart'))).toBe(false);
});
