/** Moves what would lie on one another apart, no further than needed, between `top` and `bottom`; order is kept. */
export function apart(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, place) => place).sort((a, b) => wanted[a] - wanted[b]);
  const placed: number[] = [];
  for (const [rank, place] of order.entries()) {
    const above = rank === 0 ? top : placed[order[rank - 1]] + gap;
    placed[place] = Math.max(wanted[place], above);
  }
  for (const [rank, place] of [...order.entries()].reverse()) {
    const below = rank === order.length - 1 ? bottom : placed[order[rank + 1]] - gap;
    placed[place] = Math.min(placed[place], below);
  }
  return placed;
}
