import type { Stepper } from './stepper.svelte.ts';

/** How fast, compared to the usual pace. */
export const speeds = [0.5, 1, 2, 4] as const;

/** Time for a step at the usual pace, in ms. */
const pace = 900;

/** Walks on by itself to the end of the pass, or until it is told to stop. */
export class Playback {
  readonly #stepper: Stepper;
  isPlaying = $state(false);
  speed: (typeof speeds)[number] = $state(1);

  constructor(stepper: Stepper) {
    this.#stepper = stepper;
    $effect(() => {
      if (!this.isPlaying) return;
      const timer = setInterval(() => this.#goOn(), pace / this.speed);
      return () => clearInterval(timer);
    });
  }

  /** From the end of a pass it goes on with the next. */
  toggle = (): void => {
    if (!this.isPlaying && this.#stepper.isAtEndOfPass) this.#stepper.next();
    this.isPlaying = !this.isPlaying;
  };

  stop = (): void => void (this.isPlaying = false);

  #goOn(): void {
    this.#stepper.next();
    if (this.#stepper.isAtEndOfPass) this.stop();
  }
}
