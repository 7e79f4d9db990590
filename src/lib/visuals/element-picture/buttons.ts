import type { NamedRun } from '#lib/formula/named-run.ts';
import { elementWords } from '#lib/formula/element-words.ts';
import { unitsOf } from '#lib/formula/slot.ts';
import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import type { ButtonOver } from '../drawing/button-over.ts';
import { cellHeight } from './cell.ts';
import type { NumberDrawing } from './numbers.ts';
import type { Scene } from './scene.ts';

/** Each number once, from the left: what stands above, then what stands below, then what it comes to. */
export function buttonsOf(
  { blocks, results }: Pick<Scene, 'blocks' | 'results'>,
  model: NamedRun,
  language: Language,
): ButtonOver[] {
  const cells = blocks.flatMap((block) => block.cells);
  const places = [
    ...cells.flatMap(({ number, left, top, width }) =>
      // Fingers need 24 px.
      placeOf(number, { left, top: top - 1, width, height: cellHeight + 2 }, false),
    ),
    ...results.flatMap(({ number, x, y, width, height }) =>
      placeOf(number, { left: x - width / 2, top: y - height / 2, width, height }, true),
    ),
  ];
  return [...new Map(places.toReversed().map((place) => [place.address, place])).values()].toReversed();

  function placeOf(
    number: NumberDrawing,
    box: Pick<ButtonOver, 'left' | 'top' | 'width' | 'height'>,
    isNow: boolean,
  ): ButtonOver[] {
    if (number.address === undefined) return [];
    const label = fill(languages[language].messages.visuals.chip, {
      name: nameOf(model, number, language),
      numbers: number.text,
    });
    return [{ ...box, isNow, address: number.address, key: number.address, label }];
  }
}

/** "forget gate at t = 2, unit 1" */
function nameOf(model: NamedRun, { slot: { kind, instance, element = 0 } }: NumberDrawing, language: Language): string {
  const { picture, visuals, walk } = languages[language].messages;
  const { name } = model.named(instance.id);
  const { id, t } = instance;
  const isOnTime = model.isOnTime(id);
  const words = kind === 'gradient' ? (isOnTime ? visuals.gradient : picture.gradient) : visuals.value;
  const whole = kind === 'gradient' || isOnTime ? fill(words, { name: name[language], t }) : name[language];
  const which = model.shape(id).length ? elementWords(model.cell, id, unitsOf(model, id, element), language) : '';
  return which ? `${whole}${walk.comma}${which}` : whole;
}
