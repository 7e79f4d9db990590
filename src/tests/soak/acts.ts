import { en } from '#lib/i18n/en.ts';
import { zh } from '#lib/i18n/zh.ts';
import { stepperKeys, type StepperAction } from '#lib/stepper/keys.ts';

/** One thing that a reader does with what the page offers; of several that fit, one is taken by `pick`. */
export interface Act {
  readonly kind: string;
  /** What it is done to; by itself the stage. */
  readonly selector?: string;
  /** Undefined: it is clicked. */
  readonly key?: string;
  readonly text?: string;
}

const keyOf = (action: StepperAction): string => stepperKeys[action][0];

/** To and fro. */
export const walks = [
  [keyOf('nextOperation'), keyOf('previousOperation')],
  [keyOf('previousOperation'), keyOf('nextOperation')],
  [keyOf('nextEquation'), keyOf('previousEquation')],
  [keyOf('previousEquation'), keyOf('nextEquation')],
  [keyOf('nextTimestep'), keyOf('previousTimestep')],
  [keyOf('previousTimestep'), keyOf('nextTimestep')],
] as const;

const named = (name: 'undo' | 'redo' | 'reset'): string =>
  [en, zh].map(({ changes }) => `button[aria-label="${changes[name]}"]`).join();

const radio = (...values: readonly string[]): string =>
  values.map((value) => `.stage [type=radio][value="${value}"]`).join();

/** Every way to change a model. */
export const edits: readonly Act[] = [
  { kind: 'number', selector: '.change [role=spinbutton][data-address]', text: '0.37' },
  { kind: 'number', selector: '.change [role=spinbutton][data-address]', text: '-1.5' },
  { kind: 'slider', selector: '.in-hand [type=range]', text: '0.8' },
  { kind: 'hold', selector: '.choices .to button' },
  { kind: 'release', selector: '.change li button' },
  { kind: 'drop', selector: '.band [type=checkbox]' },
  { kind: 'update', selector: '.learn .buttons button' },
  { kind: 'rule', selector: radio('sgd', 'momentum', 'adam') },
  { kind: 'preset', selector: radio('preset', 'rnn', 'lstm', 'gru', '2', '4', '8') },
  { kind: 'own', selector: radio('own') },
  { kind: 'undo', selector: named('undo') },
  { kind: 'redo', selector: named('redo') },
  { kind: 'reset', selector: named('reset') },
];

/** Every way to look at it. */
export const looks: readonly Act[] = [
  { kind: 'zoom', selector: radio('timestep', 'equation', 'operation', 'element') },
  { kind: 'notation', selector: radio('course', 'pytorch', 'keras') },
  { kind: 'pass', key: keyOf('turn') },
  { kind: 'reveal', key: keyOf('reveal') },
  { kind: 'origin', selector: '.formulas [data-address]' },
];
