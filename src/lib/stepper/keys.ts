/** Which key does what while the stepper has the focus: one table for the keys and for the list that explains them. */
export const stepperKeys = {
  nextOperation: ['ArrowRight'],
  previousOperation: ['ArrowLeft'],
  nextEquation: ['ArrowDown'],
  previousEquation: ['ArrowUp'],
  nextTimestep: [']'],
  previousTimestep: ['['],
  first: ['Home'],
  last: ['End'],
  reveal: ['Enter'],
  play: ['k'],
  turn: ['v'],
  hide: ['x'],
  undo: ['Ctrl+z'],
  redo: ['Ctrl+Shift+z', 'Ctrl+y'],
  help: ['?'],
} as const satisfies Record<string, readonly string[]>;

export type StepperAction = keyof typeof stepperKeys;

/** What a pressed key asks for; undefined where it belongs to somebody else: a field, a button, the browser. */
export function actionOf(event: KeyboardEvent): StepperAction | undefined {
  const chord = chordOf(event);
  if (event.isComposing || (chord === '' && hasModifier(event))) return undefined;
  const key = chord + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  const [action] = (Object.keys(stepperKeys) as StepperAction[]).filter((each) =>
    (stepperKeys[each] as readonly string[]).includes(key),
  );
  return action && !isTaken(event.target, key) ? action : undefined;
}

/** What is held with a letter to make a command of it; ⌘ on a Mac is what Ctrl is elsewhere. */
function chordOf(event: KeyboardEvent): string {
  if ((!event.ctrlKey && !event.metaKey) || event.altKey) return '';
  return event.shiftKey ? 'Ctrl+Shift+' : 'Ctrl+';
}

/** Shift and AltGr are none where they only help to write a sign: `?`, or `[` on a German keyboard. */
function hasModifier(event: KeyboardEvent): boolean {
  if (event.key.length > 1 && event.shiftKey) return true;
  return event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'));
}

/** A slider, a list, a field and what scrolls keep their own keys; Enter presses the button that has the focus. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  const isCommand = key.startsWith('Ctrl+');
  if (target.matches('select, textarea, input:not([type="range"], [type="radio"], [type="checkbox"])'))
    return !isCommand || !hasNothingToUndo(target);
  if (isCommand) return false;
  if (key === 'Enter') return target.matches('button, a, summary, input');
  return key.length > 1 && (target.matches('input') || scrolls(target));
}

/** A list, and a field that says of its text that it is the number in force: what is in it was undone or done outside. */
const hasNothingToUndo = (field: Element): boolean => field.matches('select, [data-applied]');

/** A table always, a formula where it is wider than its place. */
const scrolls = (target: Element): boolean =>
  target.closest('table, :has(> table)') !== null ||
  (target.matches('[tabindex="0"]') && target.scrollWidth > target.clientWidth);
