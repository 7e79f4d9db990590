import { expect, test } from 'vitest';
import symbols from 'virtual:symbols';
import { cells } from '#lib/cells/registry.ts';
import type { Cell } from '#lib/cells/cell.ts';
import { losses, sequenceModel, type LossKind } from '#lib/engine/sequence-model.ts';
import { stepsOf } from '#lib/engine/steps.ts';
import { computed } from '../../tests/specimen.ts';
import { formulaOf } from './formula.ts';
import { NamedRun } from './named-run.ts';
import { symbolTemplate, type Slot } from './slot.ts';
import { atTimestep, raised, type Power } from './symbol.ts';
import { symbolHtml } from './symbol-html.ts';
import { tokensOf, type Token } from './tokens.ts';
import { typesetSymbol } from './typeset.ts';

interface SlotToken {
  readonly slot: Slot;
  readonly power?: Power;
}
const isSlot = (token: Token): token is Extract<Token, { kind: 'slot' }> => token.kind === 'slot';

/** What a walk through the model shows a symbol for, in all passes, folded and unfolded. */
function shownSlots(model: NamedRun): SlotToken[] {
  const learned = (id: string) => ({ rate: 0.1, next: model.run.value(id) });
  return stepsOf(model.run.program).flatMap((step) =>
    [false, true].flatMap((folded) => {
      const { left, right } = formulaOf(model, step, { learned, folded });
      return [{ slot: left }, ...tokensOf(model, right).filter(isSlot)];
    }),
  );
}

function modelOf(cell: Cell, kind: LossKind): NamedRun {
  const graph = sequenceModel(cell, { inputSize: 2, hiddenSize: 3, outputSize: 2 }, { kind, at: 'all' });
  return new NamedRun(cell, computed({ graph, sizes: { timesteps: 12, samples: 1 }, seed: 1 }));
}

/** Every symbol with its timestep, each once. */
function shownSymbols(cell: Cell): Map<string, { template: string; t: number }> {
  const models = (Object.keys(losses) as LossKind[]).map((kind) => modelOf(cell, kind));
  const found = models.flatMap((model) =>
    shownSlots(model).map(({ slot, power }) => {
      const symbol = symbolTemplate(model, slot);
      return { template: power ? raised(symbol, power) : symbol, t: slot.instance.t };
    }),
  );
  return new Map(found.map((each) => [`${each.template} ${each.t}`, each]));
}

test.each(Object.values<Cell>(cells))(
  'every symbol of every step of $id is what KaTeX makes of it, character by character',
  (cell) => {
    const shown = shownSymbols(cell);
    expect(shown.size).toBeGreaterThan(100);
    for (const { template, t } of shown.values())
      expect(atTimestep(symbolHtml(template), t)).toBe(typesetSymbol(atTimestep(template, t)));
  },
);

test('the timestep may have as many digits as it likes', () => {
  for (const template of Object.keys(symbols))
    for (const t of [0, 9, 10, 128])
      expect(atTimestep(symbolHtml(template), t)).toBe(typesetSymbol(atTimestep(template, t)));
});

test('a symbol that no cell has is refused, with its TeX', () => {
  expect(() => symbolHtml('\\xi_{@}')).toThrow('\\xi_{@}: no registered cell has this symbol');
});
