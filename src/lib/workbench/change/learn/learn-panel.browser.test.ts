import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { modelRun } from '#lib/cells/model-file/build.ts';
import { Updater, type UpdateRuleName } from '#lib/engine/updates.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import { presetBase } from '../../preset.ts';
import { mostUpdates } from '../../variation.ts';
import { Workbench } from '../../workbench.svelte.ts';
import { divergenceOf, hasRisen } from './course.ts';
import { lossTexts } from './loss-texts.ts';
import LearnPanel from '../LearnPanel.svelte';

const base = presetBase({ cell: 'lstm', units: 2, timesteps: 3, seed: 1 });
const step = { pass: 'forward', t: 2, id: 'candidate' } as const;
const words = languages.en.messages.learn;

let bench: Workbench;
beforeEach(() => (bench = new Workbench(() => base, vi.fn())));

const panel = () => render(LearnPanel, { bench, step, language: 'en' });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (name: string) => page.getByRole('textbox', { name });
const text = (): string => document.querySelector('.learn')!.textContent;

/** Every loss that the table shows, exactly. */
async function lossesShown(): Promise<number[]> {
  const details = document.querySelector('details')!;
  if (!details.open) await page.getByText('The same numbers as a table').click();
  await vi.waitFor(() => expect(details.querySelector('tbody')).not.toBeNull());
  return [...details.querySelectorAll<HTMLElement>('tbody td')].map(({ dataset }) => Number(dataset.value));
}

/** The losses that the rule leads to, without a workbench. */
function lossesOf(rule: UpdateRuleName, settings: Record<string, number>, updates: number): number[] {
  const run = modelRun(base.model);
  const updater = new Updater(run, rule, settings);
  const losses = [run.loss];
  for (let done = 0; done < updates; done++) {
    updater.apply();
    losses.push(run.forward().backward().loss);
  }
  return losses;
}

describe('the losses', () => {
  test('of gradient descent are those of θ ← θ − η ∂L/∂θ, by hand', async () => {
    await panel();
    await press('Apply one');
    await press('Apply one');
    const run = modelRun(base.model);
    const byHand = [run.loss];
    for (const _ of [1, 2]) {
      const { values, gradients } = run.parameters;
      values.forEach((value, i) => (values[i] = value - base.rate * gradients[i]));
      byHand.push(run.forward().backward().loss);
    }
    expect(await lossesShown()).toEqual(byHand);
  });

  test.each([
    ['momentum', 'momentum', { rate: base.rate }],
    ['adam', 'Adam', {}],
  ] as const)('of %s are those of the rule by itself', async (rule, name, settings) => {
    await page.viewport(1280, 800);
    await panel();
    await page.getByRole('radio', { name }).click();
    await press('Apply ten');
    await press('Take one back');
    expect(await lossesShown()).toEqual(lossesOf(rule, settings, 9));
    expect(text()).toContain(`9 updates of ${name}. The last one: the loss fell by`);
  });

  test('before, after and their difference are exact, of the last update and of all', async () => {
    await panel();
    await press('Apply ten');
    const losses = lossesOf('sgd', { rate: base.rate }, 10);
    const [start, before, now] = [losses[0], losses[9], losses[10]];
    const shown = [...document.querySelectorAll<HTMLElement>('.learn > table td[data-value]')];
    expect(shown.map(({ dataset }) => Number(dataset.value))).toEqual(
      [
        [before, start],
        [now, now],
        [now - before, now - start],
      ].flat(),
    );
    expect(shown.at(-1)!.textContent).toContain('fell');
  });
});

describe('the buttons', () => {
  test('take nothing back before the first update', async () => {
    await panel();
    await expect.element(page.getByRole('button', { name: 'Take one back' })).toBeDisabled();
    expect(text()).toContain('No update yet.');
    await press('Apply one');
    await press('Take one back');
    expect(bench.variation.updates).toBe(0);
  });

  test('end where no more updates are offered, and it is said why', async () => {
    bench.update(mostUpdates - 5);
    await panel();
    await press('Apply ten');
    expect(bench.variation.updates).toBe(mostUpdates);
    await expect.element(page.getByRole('button', { name: 'Apply ten' })).toBeDisabled();
    expect(text()).toContain(`More than ${mostUpdates} are not offered`);
    expect(document.querySelector('.line')!.getAttribute('d')!.split('L').length).toBeLessThanOrEqual(400);
  });

  test('lead to the update of the parameter that is nearest to what is looked at', async () => {
    const ongo = vi.fn();
    await render(LearnPanel, { bench, step, language: 'en', ongo });
    await page.getByRole('button', { name: /^The step of/ }).click();
    expect(ongo).toHaveBeenCalledWith({ pass: 'update', t: 0, id: 'W.c' });
  });
});

describe('a setting', () => {
  test.each(['5·10⁻¹', '０．５', '.50'])('typed as %s is taken, and then written as numbers are', async (typed) => {
    await panel();
    await field('learning rate').fill(typed);
    await userEvent.keyboard('{Enter}');
    expect(bench.variation.set).toEqual({ rate: 0.5 });
    await expect.element(field('learning rate')).toHaveValue('0.5');
  });

  test('that cannot be used changes nothing, stays in its field and is told why', async () => {
    await panel();
    for (const [typed, told] of [
      ['fast', languages.en.messages.question.unreadable],
      ['0', words.problems.rate],
      ['-1', words.problems.rate],
    ]) {
      await field('learning rate').fill(typed);
      await userEvent.keyboard('{Enter}');
      await expect.element(field('learning rate')).toHaveValue(typed);
      await expect.element(field('learning rate')).toHaveAccessibleDescription(told);
      expect(bench.isVaried).toBe(false);
    }
    bench.set({ rate: 0.3 });
    await expect.element(field('learning rate')).toHaveValue('0.3');
  });

  test('goes from place to place on its slider, and a drag is undone as one', async () => {
    await panel();
    const slider = page.getByRole('slider', { name: 'Learning rate' });
    await expect.element(slider).toHaveAttribute('aria-valuetext', 'η = 0.1');
    const input = slider.element() as HTMLInputElement;
    for (const by of [1, 2]) {
      input.stepUp(by);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await expect.element(slider).toHaveAttribute('aria-valuetext', 'η = 0.2');
    bench.undo();
    await expect.element(field('learning rate')).toHaveValue('0.1');
  });

  test('of Adam has a field of its own for each', async () => {
    bench.learnBy('adam');
    await panel();
    const names = [...document.querySelectorAll<HTMLInputElement>('input[type=text]')].map(({ dataset }) => dataset);
    expect(names.map(({ address, value }) => [address, value])).toEqual([
      ['rate', '0.001'],
      ['beta1', '0.9'],
      ['beta2', '0.999'],
      ['epsilon', '1e-8'],
    ]);
  });
});

test('which η each rule has by itself is said at the field, and that one’s own stays', async () => {
  await page.viewport(1280, 800);
  await panel();
  const usual = 'gradient descent 0.1, momentum 0.1, Adam 0.001';
  await expect.element(field('learning rate')).toHaveAccessibleDescription(expect.stringContaining(usual));
  await page.getByRole('radio', { name: 'Adam' }).click();
  await expect.element(field('learning rate')).toHaveValue('0.001');
  await field('learning rate').fill('0.02');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('radio', { name: 'momentum' }).click();
  await expect.element(field('learning rate')).toHaveValue('0.02');
  await expect.element(field('learning rate')).toHaveAccessibleDescription(/^This η is your own .*Adam 0\.001\.$/);
});

test('a loss that has risen by little is told with so many figures that it shows', () => {
  expect(lossTexts(0.008123, 0.008124, { unsigned: true })).toEqual(['0.00812300', '0.00812400']);
  expect(lossTexts(0.5, 0.6, { unsigned: true })).toEqual(['0.500', '0.600']);
});

describe('steps that are too large', () => {
  test('are told of, and can be taken back', async () => {
    bench.set({ rate: 1e300 });
    await panel();
    await press('Apply ten');
    expect(text()).toContain(words.divergence.title);
    expect(text()).toMatch(/The line ends before update \d/);
    await press('Take all back: 10');
    expect(bench.isFinite).toBe(true);
    expect(text()).not.toContain(words.divergence.title);
  });

  test('can be made smaller, from where they began', async () => {
    bench.set({ rate: 1e300 });
    bench.update(3);
    await panel();
    await page.getByRole('button', { name: /^Begin again with η = 1e\+299/ }).click();
    expect(bench.variation).toMatchObject({ set: { rate: 1e299 }, updates: 0 });
    expect(bench.varied.losses).toEqual(lossesOf('sgd', {}, 0));
  });

  test('leave nothing behind when another rate is chosen', async () => {
    bench.set({ rate: 1e300 });
    bench.update(3);
    await panel();
    await field('learning rate').fill('0.2');
    await userEvent.keyboard('{Enter}');
    expect(bench.variation).toMatchObject({ set: { rate: 0.2 }, updates: 0 });
    expect(bench.isFinite).toBe(true);
  });

  test('are not to blame where the given numbers are too large', async () => {
    bench.set({ 'W.y[0][0]': 1e200 });
    await panel();
    expect(text()).toContain(words.divergence.givenTitle);
    await press('Undo the last change');
    expect(text()).not.toContain(words.divergence.givenTitle);
  });
});

describe('an update that raises the loss a little', () => {
  /** As many updates, at the smallest of these rates, as lead there. */
  function raise(rule: UpdateRuleName): void {
    const rates = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];
    const tried = rates.flatMap((rate) => [2, 3, 4, 5, 6].map((updates) => ({ rate, updates })));
    const { rate, updates } = tried.find((each) => {
      const losses = lossesOf(rule, { rate: each.rate }, each.updates);
      return hasRisen(losses) && !divergenceOf(losses, true);
    })!;
    bench.learnBy(rule);
    bench.set({ rate });
    bench.update(updates);
  }
  const { reasons, title } = words.divergence;

  test.each([
    ['sgd', ['tooLong']],
    ['momentum', ['carriesOn', 'tooLong']],
    ['adam', ['ofAdam']],
  ] as const)('is told of, with what is true of %s', async (rule, true_) => {
    raise(rule);
    await panel();
    const [, from, to] = /The last update raised the loss, from (\S+) to (\S+)\./.exec(text())!;
    expect(from).not.toBe(to);
    expect(text()).not.toContain(title);
    const told = Object.entries(reasons).flatMap(([reason, said]) => (text().includes(said) ? reason : []));
    expect(new Set(told)).toEqual(new Set(true_));
    expect(text().includes('may fall again by itself')).toBe(rule !== 'sgd');
  });

  test('says that a term is left out, if one is', async () => {
    raise('sgd');
    const { rate } = bench.variation.set;
    bench.change({ drop: ['grad:W.c<candidate.preactivation@1'], updates: bench.variation.updates });
    await panel();
    const isTold = text().includes('The last update raised the loss') || text().includes(words.divergence.titleLacks);
    expect([rate > 0, isTold, text().includes(reasons.lacks)]).toEqual([true, true, true]);
  });
});
