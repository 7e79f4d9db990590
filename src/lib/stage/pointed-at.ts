import { addressIn } from '#lib/formula/address-in.ts';

/** The address of the number or symbol under the pointer, or null. */
export function pointedAt({ target }: Event): string | null {
  const found = target instanceof Element ? target.closest('[data-address], .symbol') : null;
  return (found && addressIn(found)) ?? null;
}
