import { describe, expect, test } from 'vitest';
import { cells } from '#lib/cells/registry.ts';
import type { Step } from '#lib/engine/steps.ts';
import { editsText } from '#lib/formula/edit-words.ts';
import { sentenceOf } from '#lib/formula/sentence.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { edited } from './edited.ts';

const whole = edited(specimen(cells.lstm), { merged: false });
const lacking = edited(whole, { dropped: [{ value: 'cell.state', user: 'cell.kept', t: 3 }] });
const everywhere = edited(whole, { dropped: [{ value: 'W.f', user: 'forget.preactivation' }] });
const said = (model: typeof whole, step: Step, language: Language = 'en'): string =>
  sentenceOf(model, step, { language });
const backward = (id: string, t: number): Step => ({ pass: 'backward', t, id });
const update = (id: string): Step => ({ pass: 'update', t: 0, id });

describe('the sentence of a gradient', () => {
  test('names the term that it is without', () => {
    expect(said(lacking, backward('cell.state', 2))).toMatch(/ Without the term via the cell state, t = 3\.$/);
    expect(said(lacking, backward('cell.state', 2), 'zh')).toMatch(/。删掉了经由 t = 3 的.+的一项。$/);
  });

  test('says when it is computed from one that lacks a term', () => {
    for (const place of [backward('forget.gate', 2), backward('cell.state', 1), backward('U.f', 0)]) {
      expect(said(lacking, place)).toMatch(/ It is computed from a gradient that lacks a term\.$/);
    }
    expect(said(lacking, backward('forget.gate', 1), 'zh')).toMatch(/。算它所用的梯度缺了一项。$/);
  });

  test('says no more than before where no edit touches it', () => {
    for (const place of [backward('cell.state', 3), backward('output', 1), backward('W.y', 0)]) {
      expect(said(lacking, place)).toBe(said(whole, place));
    }
    expect(said(lacking, { pass: 'forward', t: 2, id: 'cell.state' })).not.toContain('term');
  });

  test('of a parameter names the one way that is closed, not each of its timesteps', () => {
    expect(said(everywhere, backward('W.f', 0))).toMatch(
      / Without the term via the forget gate.*, at every timestep\.$/,
    );
    expect(said(everywhere, backward('W.f', 2))).toMatch(/ Without the term via .+, t = 2\.$/);
  });
});

test('the sentence of an update says when its gradient lacks a term', () => {
  expect(said(lacking, update('U.f'))).toMatch(/ Its gradient lacks a term\.$/);
  expect(said(lacking, update('U.f'), 'zh')).toMatch(/。所用的梯度缺了一项。$/);
  expect(said(lacking, update('W.y'))).toBe(said(whole, update('W.y')));
});

test('a drawing says what was left out and what is held, and nothing of a model as it is', () => {
  const model = edited(whole, {
    held: [{ id: 'input.gate', t: 2, index: 0, to: 1 }],
    dropped: [{ value: 'cell.state', user: 'cell.kept' }],
  });
  expect(editsText(model, 'en')).toBe(
    'Left out of gradients: cell state (via the cell state, at every timestep). ' +
      'Held at a number: input gate, t = 2, unit 1.',
  );
  expect(editsText(model, 'zh')).toMatch(/^梯度中删掉了：.+。固定为常数：输入门，t = 2，单元 1。$/);
  expect(editsText(whole, 'en')).toBe('');
});
