/** What a reader may choose of the script that the code view shows. */
export const dialects = ['numpy', 'pytorch'] as const;
export type Dialect = (typeof dialects)[number];

/** How much of the walk the script computes. */
export const extents = ['step', 'model'] as const;
export type Extent = (typeof extents)[number];
