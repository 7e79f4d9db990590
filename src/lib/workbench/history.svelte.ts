/** What was there before, to go back to, and what was gone back from. */
export class History<State> {
  #past: readonly State[] = $state.raw([]);
  #future: readonly State[] = $state.raw([]);

  #gesture: string | undefined;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** To be told of the state that a change is about to replace; the changes of one gesture are one. */
  remember(state: State, gesture?: string): void {
    const goesOn = gesture !== undefined && gesture === this.#gesture;
    this.#gesture = gesture;
    if (goesOn) return;
    this.#past = [...this.#past.slice(1 - most), state];
    this.#future = [];
  }

  /** The state before, to be shown instead of `now`; undefined: there is none. */
  undo(now: State): State | undefined {
    this.endGesture();
    const before = this.#past.at(-1);
    if (before === undefined) return undefined;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, now];
    return before;
  }

  endGesture(): void {
    this.#gesture = undefined;
  }

  redo(now: State): State | undefined {
    this.endGesture();
    const after = this.#future.at(-1);
    if (after === undefined) return undefined;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, now];
    return after;
  }
}

/** A slider that is dragged makes one entry; nobody goes back further than this. */
const most = 200;
