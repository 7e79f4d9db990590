/** Places in a file as people write them. */

/** `inputs` and 2 make `inputs[2]`, `loss` and "at" make `loss.at`. */
export function joinPlace(place: string, key: string | number | undefined): string {
  if (key === undefined) return place;
  if (typeof key === 'number') return `${place}[${key}]`;
  return place === '' ? keyText(key) : `${place}.${keyText(key)}`;
}

/** A key as it is, or quoted if it would break the line or look like more than one. */
export const keyText = (key: string): string => (/^[\w.-]{1,80}$/.test(key) ? key : JSON.stringify(shortened(key)));

export const shortened = (text: string, length = 40): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;
