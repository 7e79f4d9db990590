/** The drawings that `::visual{name=…}` may ask for. */
export const visualNames: readonly string[] = ['strip', 'cell', 'formula', 'ledger', 'chart', 'table'];
