/** The text of bytes; undefined for pictures, archives and whatever else is none. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  // A shell on Windows writes two bytes per character, and says so in the first two.
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
