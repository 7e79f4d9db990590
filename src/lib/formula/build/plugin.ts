/**
 * `import symbols from 'virtual:symbols'` gives the table of every symbol of every registered cell, typeset: so no page
 * has to bring a typesetter along.
 */
import type { Plugin } from 'vite';
import { cells } from '#lib/cells/registry.ts';
import { symbolTable } from './symbol-table.ts';

const id = 'virtual:symbols';
const resolvedId = `\0${id}`;

export function symbols(): Plugin {
  let code: string | undefined;
  return {
    name: 'gatewalk-symbols',
    resolveId: (requested) => (requested === id ? resolvedId : undefined),
    load(requested) {
      if (requested !== resolvedId) return undefined;
      // The cells belong to Vite's configuration, which starts it anew when one of them changes.
      return (code ??= `export default ${JSON.stringify(symbolTable(Object.values(cells)))};`);
    },
  };
}
