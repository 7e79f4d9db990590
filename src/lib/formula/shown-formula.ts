/**
 * A formula in the page. Between the timesteps of an equation only numerals and numbers differ, and most equations
 * return: so what the browser has read once is kept, and a step sets only texts.
 */
import { concerns } from '#lib/stepper/address.ts';
import { addressIn } from './address-in.ts';
import type { Extent } from './extent.ts';
import { isChange, keyOf, templateOf } from './formula-html.ts';
import type { NamedRun } from './named-run.ts';
import type { Change, Piece } from './slot-html.ts';
import { atTimestep } from './symbol.ts';

/** What the browser made of a template, and how its changes are set, in their order. */
interface Kept {
  readonly nodes: readonly Node[];
  readonly set: readonly ((change: Change) => void)[];
}

/** Equations of the longest walk, with room to spare; a list without an end would keep all that was ever shown. */
const most = 200;

export class ShownFormula {
  readonly #element: HTMLElement;
  readonly #kept = new Map<string, Kept>();
  readonly #extents = new Map<string, Extent>();
  #now: Kept | undefined;
  #model: NamedRun | undefined;
  #room = '';
  #lit: Element[] = [];
  /** The number under the pointer. */
  #pointed: HTMLElement | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
    element.addEventListener('pointerover', ({ target }) => {
      this.#pointed?.removeAttribute('title');
      this.#pointed = (target instanceof Element && target.closest<HTMLElement>('.value')) || undefined;
      this.#showDigits();
    });
  }

  /** Only of the one that is pointed at: a step changes dozens of numbers, and a title would be the dearest part of each. */
  #showDigits(): void {
    if (this.#pointed) this.#pointed.title = this.#pointed.dataset.value ?? '';
  }

  /** @param extent how much room it takes: asked for once for a template and a model, whose weights do not change on the way */
  show(pieces: readonly Piece[], model: NamedRun, extent: () => Extent): void {
    const key = keyOf(pieces);
    const kept = this.#keptOf(key, pieces);
    let place = 0;
    for (const piece of pieces) if (isChange(piece)) kept.set[place++](piece);
    if (model !== this.#model) this.#extents.clear();
    if (kept !== this.#now || model !== this.#model) this.#makeRoom(key, extent);
    if (kept !== this.#now) this.#element.replaceChildren(...kept.nodes);
    this.#now = kept;
    this.#model = model;
    this.#showDigits();
  }

  #makeRoom(key: string, extent: () => Extent): void {
    const found = this.#extents.get(key) ?? extent();
    this.#extents.set(key, found);
    const room = `--width: ${found.width}; --height: ${found.height};`;
    // One attribute, and only where it differs: each change of a property is a look through all that inherits it.
    if (room !== this.#room) this.#element.setAttribute('style', room);
    this.#room = room;
  }

  /** Marks the symbols and numbers that an address names. */
  light(address: string | null): void {
    if (address === null && this.#lit.length === 0) return;
    for (const each of this.#lit) each.classList.remove('lit');
    const isMeant = (each: Element): boolean => {
      const own = addressIn(each);
      return address !== null && own !== undefined && concerns(address, own);
    };
    this.#lit = address === null ? [] : [...this.#element.querySelectorAll('.underlined, .value')].filter(isMeant);
    for (const each of this.#lit) each.classList.add('lit');
  }

  #keptOf(key: string, pieces: readonly Piece[]): Kept {
    const known = this.#kept.get(key);
    if (known) return known;
    if (this.#kept.size >= most) {
      this.#kept.clear();
      this.#extents.clear();
    }
    const kept = read(templateOf(pieces));
    this.#kept.set(key, kept);
    return kept;
  }
}

function read(template: string): Kept {
  const element = document.createElement('div');
  element.innerHTML = template;
  const places = [...element.querySelectorAll<HTMLElement>('.underlined, .value')];
  const set = places.map((place) => (place.matches('.value') ? numberSetter(place) : symbolSetter(place)));
  return { nodes: [...element.childNodes], set };
}

function symbolSetter(symbol: HTMLElement): (change: Change) => void {
  const walker = document.createTreeWalker(symbol, NodeFilter.SHOW_TEXT);
  const numerals: { readonly node: Text; readonly template: string }[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.data.includes('@')) numerals.push({ node, template: node.data });
  }
  let shown: number | undefined;
  return (change) => {
    if (change.kind !== 'symbol' || change.t === shown) return;
    for (const { node, template } of numerals) node.data = atTimestep(template, change.t);
    shown = change.t;
  };
}

function numberSetter(element: HTMLElement): (change: Change) => void {
  const text = element.appendChild(document.createTextNode(''));
  let shown: string | undefined;
  let value: number | undefined;
  let address: string | undefined;
  return (change) => {
    if (change.kind !== 'number') return;
    if (change.text !== shown) {
      shown = change.text;
      text.data = shown;
    }
    if (!Object.is(change.value, value)) {
      ({ value } = change);
      element.setAttribute('data-value', String(value));
    }
    if (change.address !== undefined && change.address !== address) {
      address = change.address;
      element.setAttribute('data-address', address);
    }
  };
}
