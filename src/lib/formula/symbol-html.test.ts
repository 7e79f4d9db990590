import { expect, test } from 'vitest';
import symbols from 'virtual:symbols';
import ofKeras from 'virtual:symbols/keras';
import ofTorch from 'virtual:symbols/pytorch';
import { cells } from '#lib/cells/registry.ts';
import type { Cell } from '#lib/cells/cell.ts';
import { notations, type Notation } from '#lib/cells/notation.ts';
import { losses, sequenceModel, type LossKind } from '#lib/engine/sequence-model.ts';
import { stepsOf } from '#lib/engine/steps.ts';
import { computed } from '../../tests/specimen.ts';
import { updateRules, Updater, type UpdateRuleName } from '#lib/engine/updates.ts';
import { formulasAt } from './formulas-at.ts';
import { modelAt } from './update-of.ts';
import { NamedRun } from './named-run.ts';
import { symbolTemplate, type Slot } from './slot.ts';
import { atTimestep, raised, type Power } from './symbol.ts';
import { loadSymbols, symbolHtml } from './symbol-html.ts';
import { tokensOf, type Token } from './tokens.ts';
import { typesetSymbol } from './typeset.ts';

interface SlotToken {
  readonly slot: Slot;
  readonly power?: Power;
}
const isSlot = (token: Token): token is Extract<Token, { kind: 'slot' }> => token.kind === 'slot';

/** What a walk through the model shows a symbol for, in all passes, folded and unfolded. */
function shownSymbols(model: NamedRun): { template: string; t: number }[] {
  return stepsOf(model.run.program).flatMap((step) => {
    const shown = modelAt(model, step);
    return [false, true]
      .flatMap((folded) => formulasAt(model, step, { folded }))
      .flatMap(({ left, right }): SlotToken[] => [{ slot: left }, ...tokensOf(shown, right).filter(isSlot)])
      .map(({ slot, power }) => {
        const symbol = symbolTemplate(shown, slot);
        return { template: power ? raised(symbol, power) : symbol, t: slot.instance.t };
      });
  });
}

function modelOf(cell: Cell, kind: LossKind, rule: UpdateRuleName): NamedRun {
  const graph = sequenceModel(cell, { inputSize: 2, hiddenSize: 3, outputSize: 2 }, { kind, at: 'all' });
  const run = computed({ graph, sizes: { timesteps: 12, samples: 1 }, seed: 1 });
  return new NamedRun(cell, run, new Updater(run, rule));
}

/** Every symbol with its timestep, each once. */
function symbolsOf(cell: Cell, notation: Notation): Map<string, { template: string; t: number }> {
  const models = (Object.keys(losses) as LossKind[]).flatMap((kind) =>
    (Object.keys(updateRules) as UpdateRuleName[]).map((rule) => modelOf(cell, kind, rule)),
  );
  const found = models.flatMap((model) => shownSymbols(model.inNotation(notation)));
  return new Map(found.map((each) => [`${each.template} ${each.t}`, each]));
}

const inEveryNotation = Object.values<Cell>(cells).flatMap((cell) =>
  notations.map((notation) => ({ cell, id: cell.id, notation })),
);

test.each(inEveryNotation)(
  'every symbol of every step of $id as in $notation is what KaTeX makes of it, character by character',
  async ({ cell, notation }) => {
    await loadSymbols(notation);
    const shown = symbolsOf(cell, notation);
    expect(shown.size).toBeGreaterThan(100);
    for (const { template, t } of shown.values())
      expect(atTimestep(symbolHtml(template), t)).toBe(typesetSymbol(atTimestep(template, t)));
  },
);

test('the timestep may have as many digits as it likes', async () => {
  await Promise.all(notations.map(loadSymbols));
  for (const template of [symbols, ofTorch, ofKeras].flatMap(Object.keys))
    for (const t of [0, 9, 10, 128])
      expect(atTimestep(symbolHtml(template), t)).toBe(typesetSymbol(atTimestep(template, t)));
});

test('a notation brings only the symbols that the course does not have', () => {
  const known = Object.keys(symbols);
  for (const table of [ofTorch, ofKeras]) {
    expect(Object.keys(table).filter((template) => known.includes(template))).toEqual([]);
    expect(Object.keys(table).length).toBeGreaterThan(50);
  }
});

test('a symbol that no cell has is refused, with its TeX', () => {
  expect(() => symbolHtml('\\xi_{@}')).toThrow('\\xi_{@}: no registered cell has this symbol');
});
