/** The address of a number of the page, or of the symbol above it: a symbol means all of its numbers. */
export function addressIn(element: Element): string | undefined {
  const own = (element as HTMLElement).dataset.address;
  if (own !== undefined) return own;
  const numbers = element.closest('.symbol')?.nextElementSibling;
  const address = numbers?.querySelector<HTMLElement>('[data-address]')?.dataset.address;
  return numbers?.querySelector('.array') ? address?.replace(/(?:\[\d+\])+$/, '') : address;
}
