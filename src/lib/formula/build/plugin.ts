/**
 * `import symbols from 'virtual:symbols'` gives the table of every symbol of every registered cell, typeset: so no page
 * has to bring a typesetter along. `virtual:symbols/pytorch` gives those that only another notation has.
 */
import type { Plugin } from 'vite';
import { notations } from '#lib/cells/notation.ts';
import { cells } from '#lib/cells/registry.ts';
import { symbolTable } from './symbol-table.ts';

const tables = new Map(
  notations.map((notation) => [notation === 'course' ? 'virtual:symbols' : `virtual:symbols/${notation}`, notation]),
);

export function symbols(): Plugin {
  const code = new Map<string, string>();
  return {
    name: 'gatewalk-symbols',
    resolveId: (requested) => (tables.has(requested) ? `\0${requested}` : undefined),
    load(requested) {
      const notation = requested.startsWith('\0') ? tables.get(requested.slice(1)) : undefined;
      if (!notation) return undefined;
      // The cells belong to Vite's configuration, which starts it anew when one of them changes.
      const known =
        code.get(notation) ?? `export default ${JSON.stringify(symbolTable(Object.values(cells), notation))};`;
      code.set(notation, known);
      return known;
    },
  };
}
