/** Arithmetic as it stands on a page, TeX with numbers in it, computed anew from its figures: as a student does with a pencil. */

/** A matrix by rows; a single number is one of one row and one column. */
type Matrix = readonly (readonly number[])[];

const isSingle = (matrix: Matrix): boolean => matrix.length === 1 && matrix[0].length === 1;
const map = (matrix: Matrix, f: (value: number) => number): Matrix => matrix.map((row) => row.map(f));
const transposed = (matrix: Matrix): Matrix => matrix[0].map((_, column) => matrix.map((row) => row[column]));

function zip(a: Matrix, b: Matrix, f: (a: number, b: number) => number): Matrix {
  if (isSingle(a)) return map(b, (value) => f(a[0][0], value));
  return a.map((row, i) => row.map((value, j) => f(value, isSingle(b) ? b[0][0] : b[i][j])));
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, k) => sum + value * b[k], 0);

function product(a: Matrix, b: Matrix): Matrix {
  if (isSingle(a) || isSingle(b)) return zip(a, b, (left, right) => left * right);
  return a.map((row) => transposed(b).map((column) => dot(row, column)));
}

const functions: Readonly<Record<string, (value: number) => number>> = {
  '\\sigma': (value) => 1 / (1 + Math.exp(-value)),
  '\\tanh': Math.tanh,
};

const token = /\\(?:begin|end)\{bmatrix\}|\\\\|\\[a-zA-Z]+|\d+(?:\.\d+)?|\S/g;
/** What only makes room. */
const space = /(?<!\\)\\[,;: ]|\\q?quad\b|\\(?:left|right|big|Big|text\{[^{}]*\})(?![a-zA-Z])/g;

/** Of TeX in which only numbers stand. @returns undefined for anything else, such as a symbol */
export function computed(tex: string): Matrix | undefined {
  const tokens = tex
    .replace(space, ' ')
    .replace(/\{([+-])\}/g, '$1')
    .match(token);
  try {
    return new Reading(tokens ?? []).whole();
  } catch {
    return undefined;
  }
}

class Reading {
  readonly #tokens: readonly string[];
  #place = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  whole(): Matrix {
    const value = this.#sum();
    if (this.#next !== undefined) throw new Error(this.#next);
    return value;
  }

  get #next(): string | undefined {
    return this.#tokens[this.#place];
  }

  #takes(...wanted: readonly string[]): string | undefined {
    const found = this.#next;
    if (found === undefined || !wanted.includes(found)) return undefined;
    this.#place++;
    return found;
  }

  #expect(wanted: string): void {
    if (!this.#takes(wanted)) throw new Error(`${wanted} is missing`);
  }

  #sum(): Matrix {
    const first = this.#takes('+', '-');
    let value = first === '-' ? map(this.#product(), (each) => -each) : this.#product();
    for (let sign = this.#takes('+', '-'); sign; sign = this.#takes('+', '-')) {
      value = zip(value, this.#product(), sign === '+' ? (a, b) => a + b : (a, b) => a - b);
    }
    return value;
  }

  #product(): Matrix {
    let value = this.#power();
    for (;;) {
      if (this.#takes('\\odot')) value = zip(value, this.#power(), (a, b) => a * b);
      else if (this.#takes('\\cdot') || this.#beginsFactor()) value = product(value, this.#power());
      else return value;
    }
  }

  #beginsFactor(): boolean {
    const next = this.#next ?? '';
    return (
      /^\d/.test(next) ||
      ['(', '{', '\\frac', '\\sqrt', '\\sum', '\\begin{bmatrix}', ...Object.keys(functions)].includes(next)
    );
  }

  #power(): Matrix {
    let value = this.#factor();
    while (this.#takes('^')) value = this.#raised(value);
    return value;
  }

  #raised(base: Matrix): Matrix {
    const [brace, next] = this.#tokens.slice(this.#place);
    if (brace === '{' && next === '\\top') {
      this.#place += 3;
      return transposed(base);
    }
    const exponent = this.#factor()[0][0];
    return map(base, (value) => value ** exponent);
  }

  #factor(): Matrix {
    const next = this.#next ?? '';
    this.#place++;
    if (/^\d/.test(next)) return [[Number(next)]];
    if (next === '(') return this.#until(')');
    if (next === '{') return this.#until('}');
    if (next === '\\frac') return this.#fraction();
    if (next === '\\sum')
      return [
        [
          this.#product()
            .flat()
            .reduce((sum, value) => sum + value, 0),
        ],
      ];
    if (next === '\\sqrt') return map(this.#factor(), Math.sqrt);
    if (next === '\\begin{bmatrix}') return this.#matrix();
    if (Object.hasOwn(functions, next)) return map(this.#factor(), functions[next]);
    throw new Error(next);
  }

  #until(end: string): Matrix {
    const value = this.#sum();
    this.#expect(end);
    return value;
  }

  #fraction(): Matrix {
    const over = this.#factor();
    return zip(over, this.#factor(), (a, b) => a / b);
  }

  #matrix(): Matrix {
    const rows: number[][] = [[]];
    for (;;) {
      rows.at(-1)!.push(this.#sum()[0][0]);
      if (this.#takes('\\end{bmatrix}')) return rows;
      if (this.#takes('\\\\')) rows.push([]);
      else this.#expect('&');
    }
  }
}
