import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a cell's folder and its line in the registry.
 * @param name in kebab case: `peephole-lstm`
 * @param cells the folder of the cells
 * @returns what to do next
 * @throws if the name is not one, or is taken
 */
export function newCell(name: string, cells = 'src/lib/cells'): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(`${name}: a cell's name is in small letters and hyphens, such as peephole-lstm`);
  }
  const folder = join(cells, name);
  if (existsSync(folder)) throw new Error(`${folder} is there already`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'definition.ts'), definition);
  writeFileSync(join(folder, 'cell.ts'), cell(name));
  register(name, join(cells, 'registry.ts'));
  return `${folder} is registered and runs. Write its equations in definition.ts, name their values in cell.ts, then npm test.`;
}

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function register(name: string, registry: string): void {
  const id = camelCase(name);
  const before = readFileSync(registry, 'utf8');
  const after = before
    .replace(/(?=\n\/\*\* Every cell)/, `import { ${id} } from './${name}/cell.ts';\n`)
    .replace(/(export const cells = \{[^}]*?),? \}/, id === name ? `$1, ${id} }` : `$1, '${name}': ${id} }`);
  writeFileSync(registry, after);
}

const definition = `/** Say here what the cell is, and name the paper its equations come from. */
import { apply, equation } from '#lib/engine/equations.ts';
import { defineEquations } from '../cell.ts';

const { affine, tanh } = apply;

export const equations = defineEquations({
  states: { h: 'hidden.state' },
  equations({ x, prev, W, U, b }) {
    // h_t = tanh(W_x x_t + W_h h_{t−1} + b)
    const a = equation('hidden.preactivation', affine(W('h'), x, U('h'), prev.h, b('h')));
    return { h: equation('hidden.state', tanh(a)) };
  },
});
`;

const cell = (name: string): string => `import { defineCell } from '../cell.ts';
import { equations } from './definition.ts';

export const ${camelCase(name)} = defineCell(equations, {
  id: '${name}',
  name: { en: '${name}', zh: '${name}' },
  quantities: {
    'hidden.preactivation': {
      name: { en: 'hidden state, before the tanh', zh: '隐藏状态的预激活值' },
      symbol: { course: 'a_{@}' },
      slot: 'hidden',
      folds: 'forward',
    },
    'hidden.state': {
      name: { en: 'hidden state', zh: '隐藏状态' },
      symbol: { course: 'H_{@}' },
      badge: 'H',
      slot: 'hidden',
    },
  },
  letters: { h: { name: { en: 'hidden state', zh: '隐藏状态' }, subscript: { course: '' }, slot: 'hidden' } },
});
`;
