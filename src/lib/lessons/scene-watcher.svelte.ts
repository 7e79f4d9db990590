import type { Attachment } from 'svelte/attachments';

/** What a reader does to scroll. Tab moves the focus, not the reading; a pointer scrolls only by the scrollbar. */
const gestures = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
const scrollKeys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', ' '];

/** The keys of the browser's search; what it finds it scrolls to, and no other event says so. */
const callsSearch = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === 'F3' || ((ctrlKey || metaKey) && ['f', 'g'].includes(key.toLowerCase()));

/** A scroll may go on by itself for a while, smoothly or with a finger's momentum; a pause of this many ms ends it. */
const pause = 400;

/** Where a scene's edge has to come for the scene to be entered: nearly half-way down what is seen of the words. */
function readingLine(): string {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const [top, bottom] = [scrollPaddingTop, scrollPaddingBottom].map((text) => Number.parseFloat(text) || 0);
  const line = Math.round(top + 0.45 * (innerHeight - top - bottom));
  return `${-line}px 0px ${line - innerHeight}px 0px`;
}

/**
 * Sees which scene is being read. `onenter` is told only of scenes that the reader's own scroll enters: never while the
 * page loads, when it is laid out anew, or when the page itself scrolls.
 */
export class SceneWatcher {
  #current: string | null = $state(null);
  readonly #onenter: (scene: string) => void;
  // Nothing that is shown depends on it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #scenes = new Map<Element, string>();
  #observer: IntersectionObserver | undefined;
  /** What was brought into view stays there until the reader scrolls, also when drawings above it arrive late. */
  readonly #keeper = globalThis.ResizeObserver && new ResizeObserver(() => this.#shown?.scrollIntoView());
  #shown: Element | undefined;
  /** Until when a scroll is the reader's own. */
  #ownUntil = 0;
  /** Whether the browser's search has the focus, as far as a page can know. */
  #isSearching = false;

  constructor(onenter: (scene: string) => void) {
    this.#onenter = onenter;
  }

  /** The scene at the reading line; between two scenes, the last one. */
  get current(): string | null {
    return this.#current;
  }

  /** For `{@attach}` on the element of a scene. */
  watch(scene: string): Attachment<HTMLElement> {
    return (element) => {
      if (this.#scenes.size === 0) this.#start();
      this.#keeper.observe(element);
      this.#scenes.set(element, scene);
      return () => {
        this.#scenes.delete(element);
        this.#keeper.unobserve(element);
        this.#observer?.unobserve(element);
        if (this.#scenes.size === 0) this.#stop();
      };
    };
  }

  /** The reader has asked for this scene, by a link to it. */
  goTo(scene: string): void {
    this.show(scene);
    this.#onenter(scene);
  }

  /** Brings a scene into view without telling anybody. */
  show(scene: string): void {
    // The words can be in the page before anybody watches them.
    const element = document.querySelector(`[data-scene="${scene}"]`) ?? undefined;
    this.#ownUntil = 0;
    this.#isSearching = false;
    if (element) this.#current = scene;
    this.keepInView(element);
  }

  /** Scrolls to it, and again when drawings above it have arrived, until the reader scrolls. */
  keepInView(element: Element | undefined): void {
    this.#shown = element;
    element?.scrollIntoView();
  }

  #start(): void {
    for (const gesture of gestures) addEventListener(gesture, this.#noteGesture, { passive: true, capture: true });
    addEventListener('scroll', this.#noteScroll, { passive: true });
    addEventListener('focus', this.#noteFocus);
    addEventListener('resize', this.#observe);
    // By then the page knows how much of it the stage covers.
    requestAnimationFrame(this.#observe);
  }

  readonly #observe = (): void => {
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(this.#enter, { rootMargin: readingLine() });
    for (const element of this.#scenes.keys()) this.#observer.observe(element);
  };

  #stop(): void {
    for (const gesture of gestures) removeEventListener(gesture, this.#noteGesture, { capture: true });
    removeEventListener('scroll', this.#noteScroll);
    removeEventListener('focus', this.#noteFocus);
    removeEventListener('resize', this.#observe);
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  readonly #noteGesture = (event: Event): void => {
    this.#shown = undefined;
    this.#isSearching = event instanceof KeyboardEvent && callsSearch(event);
    if (event instanceof KeyboardEvent && !scrollKeys.includes(event.key)) return;
    if (event.type === 'pointerdown' && event.target !== document.documentElement) return;
    this.#ownUntil = event.timeStamp + pause;
  };

  /** A scroll that the reader has begun stays the reader's as long as it goes on. */
  readonly #noteScroll = (event: Event): void => {
    if (event.timeStamp < this.#ownUntil) this.#ownUntil = event.timeStamp + pause;
  };

  readonly #noteFocus = (): void => void (this.#isSearching = false);

  readonly #enter = (entries: readonly IntersectionObserverEntry[]): void => {
    const entered = entries.find(({ isIntersecting }) => isIntersecting);
    const scene = entered && this.#scenes.get(entered.target);
    if (scene === undefined || scene === this.#current) return;
    this.#current = scene;
    if (this.#isSearching || performance.now() < this.#ownUntil) this.#onenter(scene);
  };
}
