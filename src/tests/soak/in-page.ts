import type { Act } from './acts.ts';

/** A turn of the reader's: a walk, and something done where it leads. */
export interface Turn {
  readonly keys: readonly [on: string, back: string];
  readonly steps: number;
  /** The view that is open. */
  readonly view: string;
  readonly look: Act;
  /** The first of these that is possible there is done; if none is, there is always one where numbers are changed. */
  readonly edits: readonly Act[];
  readonly pick: number;
}

/** Runs in the page, by itself: many acts for one message to the browser. Returns the kinds of the edits that were made. */
export async function takeTurns(turns: readonly Turn[]): Promise<string[]> {
  const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;
  const settle = (): Promise<unknown> => new Promise((done) => setTimeout(done));
  const painted = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const place = (): string | null => find('.stage .foot [type=range]').ariaValueText;

  function press(target: HTMLElement, chord: string): void {
    const [key, ...held] = chord.split('+').toReversed();
    const [ctrlKey, shiftKey] = [held.includes('Ctrl'), held.includes('Shift')];
    target.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, shiftKey, bubbles: true, cancelable: true }));
  }

  function type(target: HTMLElement, text: string): void {
    (target as HTMLInputElement).value = text;
    target.dispatchEvent(new Event('input', { bubbles: true }));
    target.dispatchEvent(new Event('change', { bubbles: true }));
    if (target.role === 'spinbutton') press(target, 'Enter');
  }

  async function walk({ keys, steps }: Turn): Promise<void> {
    for (let [moved, way] = [0, 0]; moved < steps;) {
      const before = place();
      press(find('.stage'), keys[way]);
      await settle();
      // At the end one turns round.
      if (place() === before) way = 1 - way;
      else moved++;
    }
  }

  async function perform({ selector, key, text }: Act, pick: number): Promise<boolean> {
    const targets = [...document.querySelectorAll<HTMLElement>(selector ?? '.stage')].filter(
      (each) => !each.matches(':disabled, :checked[type=radio]'),
    );
    const target = targets[pick % targets.length];
    if (!target) return false;
    if (key) press(target, key);
    else if (text) type(target, text);
    else target.click();
    await settle();
    return true;
  }

  async function open(view: string): Promise<void> {
    const list = find(`.stage select:has(> option[value=${view}])`) as HTMLSelectElement;
    if (list.value === view) return;
    type(list, view);
    while (view !== 'drawing' && !find(`.view.${view} *`)) await settle();
  }

  async function editedBy({ edits, pick }: Turn): Promise<string | undefined> {
    for (const edit of edits) if (await perform(edit, pick)) return edit.kind;
    return undefined;
  }

  const made: string[] = [];
  for (const turn of turns) {
    await open(turn.view);
    await walk(turn);
    await perform(turn.look, turn.pick);
    let edit = await editedBy(turn);
    if (edit === undefined) await open('change');
    // What the view consists of comes a moment after it.
    for (let tries = 0; edit === undefined && tries < 100; tries++) {
      await painted();
      edit = await editedBy(turn);
    }
    if (edit !== undefined) made.push(edit);
    await painted();
  }
  return made;
}
