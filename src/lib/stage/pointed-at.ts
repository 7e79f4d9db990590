/** The address of the number or symbol under the pointer, or null. */
export function pointedAt({ target }: Event): string | null {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-address], [data-lights]') : null;
  return found ? (found.dataset.address ?? found.dataset.lights ?? null) : null;
}
