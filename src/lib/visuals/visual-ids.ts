/** In SVG, on a canvas, or neither. */
export type VisualKind = 'drawing' | 'chart' | 'table';

/**
 * Every visual there is, by the name with which lessons ask for it. A new one needs its folder, a line here, and a line
 * in `registry.ts`, which the compiler asks for. No component is imported here: the build of the lessons reads it too.
 */
export const visualKinds = {
  strip: 'drawing',
  'cell-diagram': 'drawing',
  'element-picture': 'drawing',
  'gates-chart': 'chart',
  'states-chart': 'chart',
  'gradients-chart': 'chart',
  table: 'table',
} as const satisfies Record<string, VisualKind>;

export type VisualId = keyof typeof visualKinds;
