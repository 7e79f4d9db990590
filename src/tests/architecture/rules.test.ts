import { describe, expect, test } from 'vitest';
import { readImports } from './read-imports.ts';
import { brokenImportRule, brokenIndexRule, brokenNameRule } from './rules.ts';

// The checks of the whole project can only be trusted if they are seen to fail: here on made-up files.

describe('imports', () => {
  test.each([
    ['src/lib/cells/lstm/definition.ts', '#lib/engine/equations.ts'],
    ['src/lib/engine/run.ts', './program.ts'],
    ['src/lib/engine/operations/affine.ts', '../operation.ts'],
    ['src/lib/engine/run.test.ts', 'vitest'],
    ['src/lib/engine/run.test.ts', '../../tests/reference/lstm.json'],
    ['src/lib/formula/typeset.ts', 'katex'],
    ['src/lib/formula/katex-styles.ts', 'katex/dist/katex.min.css'],
    ['src/lib/formula/build/symbol-table.ts', '../typeset.ts'],
    ['src/lib/formula/formula.test.ts', './typeset.ts'],
    ['src/lib/lessons/build/formula.ts', '#lib/formula/typeset.ts'],
    ['src/lib/lessons/build/prose.ts', 'unified'],
    ['src/lib/lessons/build/prose.ts', 'mdast-util-directive'],
    ['src/lib/lessons/build/yaml-file.ts', 'yaml'],
    ['src/lib/visuals/loss-curve/LossCurve.svelte', 'chart.js'],
    ['src/lib/stepper/stepper.svelte.ts', 'svelte/reactivity'],
    ['src/routes/+page.svelte', '#lib/presenter/Presenter.svelte'],
    ['src/routes/+layout.svelte', '../app.css'],
    ['src/routes/[lang]/+page.ts', './$types.js'],
    ['scripts/trace.ts', '#lib/cells/registry.ts'],
  ])('%s may import %s', (file, specifier) => {
    expect(brokenImportRule({ file, specifier })).toBeUndefined();
  });

  test.each([
    ['src/lib/engine/run.ts', '#lib/cells/registry.ts', 'numbers only'],
    ['src/lib/engine/run.ts', '#lib/i18n/en.ts', 'numbers only'],
    ['src/lib/engine/run.ts', 'svelte', 'know no page'],
    ['src/lib/engine/run.ts', 'valibot', 'no package'],
    ['src/lib/engine/run.test.ts', '#lib/cells/registry.ts', 'numbers only'],
    ['src/lib/cells/lstm/definition.ts', '#lib/stepper/cursor.ts', 'one way'],
    ['src/lib/visuals/loss-curve/LossCurve.svelte', '#lib/exercises/mark.ts', 'one way'],
    ['src/lib/ui/Button.svelte', '#lib/engine/run.ts', 'leaf'],
    ['src/lib/i18n/en.ts', '#lib/cells/registry.ts', 'leaf'],
    ['src/lib/visuals/loss-curve/LossCurve.svelte', 'katex', 'Only formula'],
    ['src/lib/formula/FormulaView.svelte', 'katex', 'Only what runs in the build'],
    ['src/lib/formula/FormulaView.svelte', './typeset.ts', 'reach every page'],
    ['src/lib/lessons/Lesson.svelte', './build/prose.ts', 'reach every page'],
    ['src/lib/lessons/Lesson.svelte', 'unified', 'Only the build'],
    ['src/lib/lessons/lesson-runs.ts', 'remark-gfm', 'Only the build'],
    ['src/lib/cells/model-file/read.ts', 'yaml', 'Only the build'],
    ['src/lib/lessons/Chart.svelte', 'chart.js/auto', 'Only visuals'],
    ['src/lib/cells/lstm/definition.ts', 'recurrent-js', 'for tests'],
    ['src/lib/cells/lstm/definition.ts', '../../engine/equations.ts', 'absolute'],
    ['src/lib/engine/run.ts', '#lib/engine/program.ts', 'relative'],
    ['src/lib/engine/run.ts', './program', 'ending'],
    ['src/lib/cells/lstm/definition.ts', '#lib/engine/equations', 'ending'],
    ['src/lib/lessons/load.ts', '../../../scripts/build.ts', 'rooms and packages only'],
    ['src/routes/+page.svelte', '../lib/ui/Button.svelte', 'absolute'],
  ])('%s may not import %s', (file, specifier, reason) => {
    const broken = brokenImportRule({ file, specifier });
    expect(broken).toContain(`${file} imports '${specifier}'`);
    expect(broken).toContain(reason);
  });

  test('are read in all their forms', () => {
    const source = `
      import a from './a.ts'; import type { B } from './b.ts'; import './c.css';
      export { d } from './d.ts'; const e = await import('./e.ts');`;
    const specifiers = ['./a.ts', './b.ts', './c.css', './d.ts', './e.ts'];
    expect(readImports('x.ts', source)).toEqual(specifiers);
    expect(readImports('X.svelte', `<p>text</p><script lang="ts">${source}</script>`)).toEqual(specifiers);
  });
});

describe('names', () => {
  test.each(['src/lib/engine/gradient-check.ts', 'src/lib/ui/Button.svelte', 'src/routes/[lang]/+page.svelte'])(
    '%s is fine',
    (file) => expect(brokenNameRule(file)).toBeUndefined(),
  );

  test.each([
    ['src/lib/engine/utils/clamp.ts', 'says nothing'],
    ['src/lib/stores/theme.ts', 'says nothing'],
    ['src/lib/attic/old.ts', 'knows nothing'],
    ['src/lib/engine/gradientCheck.ts', 'kebab-case'],
    ['src/lib/ui/button.svelte', 'PascalCase'],
  ])('%s is not', (file, reason) => expect(brokenNameRule(file)).toContain(reason));
});

test('an index.ts lists, and does not pass on', () => {
  expect(brokenIndexRule('src/lib/cells/index.ts', `import { lstm } from './lstm.ts';`)).toBeUndefined();
  expect(brokenIndexRule('src/lib/cells/index.ts', `export * from './lstm.ts';`)).toContain('registry');
  expect(brokenIndexRule('src/lib/cells/index.ts', `export { lstm } from './lstm.ts';`)).toContain('registry');
});
