/**
 * Parts of a drawing are computed anew at every step, but most come out as they were. Handing the page the same object
 * again for these lets it touch only what a step changes.
 */
export class Unchanged {
  readonly #known = new Map<string, unknown>();

  /** What was made under this key before, if it is the same in every respect; else `made`. */
  keep<Part>(key: string, made: Part): Part {
    const before = this.#known.get(key);
    if (isSame(before, made)) return before as Part;
    this.#known.set(key, made);
    return made;
  }
}

export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  // Numbers of a run are views of its memory: two views of one place show the same.
  if (a instanceof Float64Array && b instanceof Float64Array) {
    return a.buffer === b.buffer && a.byteOffset === b.byteOffset && a.length === b.length;
  }
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [names, others] = [Object.keys(a), Object.keys(b)];
  return (
    names.length === others.length && names.every((name) => isSame(a[name as keyof object], b[name as keyof object]))
  );
}
