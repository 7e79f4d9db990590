/** The drawings that `::visual{name=…}` may ask for. */
export const visualNames: readonly string[] = [
  'strip',
  'cell-diagram',
  'gates-chart',
  'states-chart',
  'gradients-chart',
];
