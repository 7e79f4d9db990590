/** The name that `mistyped` was probably meant to be: the nearest one, if no more than half of it is wrong. */
export function nearest(mistyped: string, names: readonly string[]): string | undefined {
  // A name that long is none of ours mistyped, and comparing it would take its time.
  if (mistyped.length > 100) return undefined;
  let best: string | undefined;
  let fewest = Infinity;
  for (const name of names) {
    const edits = editsBetween(mistyped.toLowerCase(), name.toLowerCase());
    if (edits <= name.length / 2 && edits < fewest) [best, fewest] = [name, edits];
  }
  return best;
}

/** "one of a, b, c", and which of them is nearest to what was found. */
export function oneOfText(names: readonly string[], found: unknown): string {
  const near = typeof found === 'string' ? nearest(found, names) : undefined;
  const list = names.length === 1 ? `only ${names[0]}` : `one of ${names.join(', ')}`;
  return near === undefined ? list : `${list} (nearest: ${near})`;
}

/** How many letters must be put in, taken out or replaced to get from `a` to `b` (Levenshtein's distance). */
function editsBetween(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, previous[j] + 1, row[j - 1] + 1));
    }
    previous = row;
  }
  return previous[b.length];
}
