/**
 * The little TeX that occurs in symbols, as pieces of SVG text: `\tilde{C}_{t-1}` is an italic C with a tilde, and a
 * lowered t − 1. What is not in these tables is an error, so that no drawing shows a backslash.
 */
export interface Span {
  readonly text: string;
  /** Variables are italic, figures and signs upright. */
  readonly italic: boolean;
  readonly level: 'base' | 'sub' | 'super';
  /** Stands above the text before it. */
  readonly accent?: boolean;
}

const accents: Readonly<Record<string, string>> = { tilde: '˜', hat: 'ˆ', bar: 'ˉ' };
const signs: Readonly<Record<string, string>> = {
  odot: ' ⊙ ',
  cdot: ' · ',
  partial: '∂',
  beta: 'β',
  eta: 'η',
  mu: 'μ',
  sigma: 'σ',
  varepsilon: 'ε',
  top: '⊤',
  tanh: 'tanh',
  exp: 'exp',
  log: 'log',
  max: 'max',
  big: '',
  left: '',
  right: '',
  sum: 'Σ',
  ',': '\u2009',
  ' ': ' ',
  '{': '{',
  '}': '}',
};
const operators: Readonly<Record<string, string>> = { '-': '−', '*': '∗' };

/** @throws on TeX that is not in the tables */
export function spansOf(tex: string): Span[] {
  return merged(new Scanner(tex).all('base'));
}

class Scanner {
  readonly #tex: string;
  #at = 0;

  constructor(tex: string) {
    this.#tex = tex;
  }

  all(level: Span['level']): Span[] {
    const spans: Span[] = [];
    while (this.#at < this.#tex.length && this.#tex[this.#at] !== '}') spans.push(...this.#next(level));
    return spans;
  }

  #next(level: Span['level']): Span[] {
    const sign = this.#tex[this.#at++];
    if (sign === '{') return this.#group(level);
    if (sign === '_') return this.#argument('sub');
    if (sign === '^') return this.#argument('super');
    if (sign === '\\') return this.#command(level);
    if (/[-+=]/.test(sign) && level === 'base') return [upright(` ${operators[sign] ?? sign} `, level)];
    if (sign === ' ') return [];
    return [{ text: operators[sign] ?? sign, italic: /[A-Za-z]/.test(sign), level }];
  }

  #argument(level: Span['level']): Span[] {
    if (this.#tex[this.#at] !== '{') return this.#next(level);
    this.#at++;
    return this.#group(level);
  }

  #group(level: Span['level']): Span[] {
    const inside = this.all(level);
    this.#at++;
    return inside;
  }

  #command(level: Span['level']): Span[] {
    const [name] = /^([A-Za-z]+|.)/.exec(this.#tex.slice(this.#at)) ?? [''];
    this.#at += name.length;
    if (Object.hasOwn(accents, name)) {
      return [...this.#argument(level), { text: accents[name], italic: false, level, accent: true }];
    }
    if (name === 'operatorname') return this.#argument(level).map(({ text }) => upright(text, level));
    if (!Object.hasOwn(signs, name)) {
      throw new Error(`${this.#tex}: drawings know no \\${name} (src/lib/visuals/drawing/tex-spans.ts)`);
    }
    return signs[name] === '' ? [] : [upright(signs[name], level)];
  }
}

const upright = (text: string, level: Span['level']): Span => ({ text, italic: false, level });

/** Neighbours of one kind become one piece; a sign at the very beginning is no sum and needs no room before it. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const joins = last && !last.accent && !span.accent && last.italic === span.italic && last.level === span.level;
    // After a bracket a sign belongs to its number.
    if (joins) result[result.length - 1] = { ...last, text: (last.text + span.text).replace(/\( ([−+]) /g, '($1') };
    else result.push(span);
  }
  const [first, ...rest] = result;
  return first ? [{ ...first, text: first.text.replace(/^ ([−+]) /, '$1').trimStart() }, ...rest] : [];
}
