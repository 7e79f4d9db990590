/** YAML's own messages name what its grammar calls for; these, what an author most likely forgot. */
const hints: readonly (readonly [message: RegExp, hint: string])[] = [
  [/and end with a/, 'a bracket opened above is not closed'],
  [/items must start at the same column/, 'this line is indented otherwise than those it belongs to'],
  [/without - indicator/, 'write “- ” before this line, or indent it like the lines it belongs to'],
  [/block sequence may not be/, 'the lines of a list are indented alike, and each begins with “- ”'],
  [/Nested mappings/, 'the next line is indented too far'],
  [/within flow collections/, 'between two entries stands a comma, and text with a colon and a space between quotes'],
  [/Plain value cannot start/, 'put the text between quotes'],
  [/^Implicit (?:map )?keys need/, 'a key is followed by a colon and a space'],
  [/^Missing closing/, 'it is opened here'],
  [/^Tabs/, 'write spaces'],
  [/at node end|in YAML stream/, 'before it a bracket or a quote is missing, or a colon and a space'],
];

/** What to do about it, if that is known. */
export function hintFor(message: string): string | undefined {
  return hints.find(([pattern]) => pattern.test(message))?.[1];
}
