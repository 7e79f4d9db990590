/**
 * `import symbols from 'virtual:symbols'` gives the table of every symbol of the lessons' cell, typeset: so no page has to
 * bring a typesetter along. `virtual:symbols/cells` adds those of all other cells, `virtual:symbols/pytorch` those that
 * only another notation has.
 */
import type { Plugin } from 'vite';
import { notations } from '#lib/cells/notation.ts';
import { cells } from '#lib/cells/registry.ts';
import { symbolTable } from './symbol-table.ts';

type Table = Record<string, string>;

const name = 'virtual:symbols';
const all = Object.values(cells);

/** Made when first asked for. The cells belong to Vite's configuration, which starts it anew when one of them changes. */
const tables = new Map<string, () => Table>([
  [name, once(() => symbolTable([cells.lstm], 'course'))],
  [`${name}/cells`, once(() => symbolTable(all, 'course', tableOf(name)))],
  ...notations
    .filter((notation) => notation !== 'course')
    .map(
      (notation) =>
        [
          `${name}/${notation}`,
          once(() => symbolTable(all, notation, { ...tableOf(name), ...tableOf(`${name}/cells`) })),
        ] as const,
    ),
]);

const tableOf = (requested: string): Table => tables.get(requested)!();

function once(make: () => Table): () => Table {
  let made: Table | undefined;
  return () => (made ??= make());
}

export function symbols(): Plugin {
  return {
    name: 'gatewalk-symbols',
    resolveId: (requested) => (tables.has(requested) ? `\0${requested}` : undefined),
    load(requested) {
      if (!requested.startsWith('\0') || !tables.has(requested.slice(1))) return undefined;
      return `export default ${JSON.stringify(tableOf(requested.slice(1)))};`;
    },
  };
}
