import { afterEach, expect, test } from 'vitest';
import { actionOf, stepperKeys, type StepperAction } from './keys.ts';

afterEach(() => document.body.replaceChildren());

/** What is asked for by a key that is pressed on an element: the one marked `here`, else the only one. */
function pressed(key: string, html = '<section tabindex="-1"></section>', more: KeyboardEventInit = {}) {
  document.body.innerHTML = html;
  const target = document.querySelector('[here]') ?? document.body.firstElementChild!;
  let action: StepperAction | undefined;
  target.addEventListener('keydown', (event) => (action = actionOf(event as KeyboardEvent)), { once: true });
  target.dispatchEvent(new KeyboardEvent('keydown', { key, ...more }));
  return action;
}

const keys = Object.entries(stepperKeys).flatMap(([action, each]) => each.map((key) => ({ action, key })));

test.each(keys)('$key asks for $action, also on a button', ({ action, key }) => {
  expect(pressed(key)).toBe(action);
  if (key !== 'Enter') expect(pressed(key, '<button></button>')).toBe(action);
});

test.each(keys)('$key asks for nothing with a modifier, or while an input method composes', ({ key }) => {
  for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
    expect(pressed(key, undefined, { [modifier]: true })).toBe(undefined);
  expect(pressed(key, undefined, { isComposing: true })).toBe(undefined);
  if (key.length > 1) expect(pressed(key, undefined, { shiftKey: true })).toBe(undefined);
});

test('a sign that needs Shift or AltGr on a keyboard is that sign', () => {
  expect(pressed('?', undefined, { shiftKey: true })).toBe('help');
  expect(pressed('[', undefined, { ctrlKey: true, altKey: true, modifierAltGraph: true })).toBe('previousTimestep');
});

const wide = '<div here tabindex="0" style="width: 9px; overflow: auto"><p style="width: 99px">1</p></div>';
test.each([
  ['a slider', '<input type="range">'],
  ['radio buttons', '<input type="radio">'],
  ['a list', '<select></select>'],
  ['a field', '<input>'],
  ['a number of a table', '<table><tr><td><button here></button></td></tr></table>'],
  ['a table', '<div tabindex="0"><table></table></div>'],
  ['a formula wider than its place', wide],
])('%s keeps its arrows, Home and End', (_, html) => {
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])
    expect(pressed(key, html)).toBe(undefined);
});

test('a formula that is all in view leaves the arrows to the steps', () => {
  expect(pressed('ArrowRight', wide.replace('9px', '199px'))).toBe('nextOperation');
});

test.each([
  ['a field', '<input>', undefined],
  ['a field with its number in force', '<input data-applied>', 'undo'],
  ['a list', '<select></select>', 'undo'],
  ['a text', '<textarea></textarea>', undefined],
] as const)('Ctrl+Z in %s is the stage’s only where nothing of its own can be undone', (_, html, action) => {
  expect(pressed('z', html, { ctrlKey: true })).toBe(action);
});

test('a field keeps its letters, a button its Enter', () => {
  for (const key of ['k', 'v', 'x', '?']) expect(pressed(key, '<input>')).toBe(undefined);
  expect(pressed('Enter', '<button></button>')).toBe(undefined);
});
