import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { camelCase, checkName } from './name.ts';

/**
 * Writes a cell's folder and its line in the registry.
 * @param name in kebab case: `peephole-lstm`
 * @param cells the folder of the cells
 * @returns what to do next
 * @throws if the name is not one, or is taken
 */
export function newCell(name: string, cells = 'src/lib/cells'): string {
  checkName(name, 'cell', 'peephole-lstm');
  const folder = join(cells, name);
  if (existsSync(folder)) throw new Error(`${folder} is there already`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'definition.ts'), definition);
  writeFileSync(join(folder, 'diagram.ts'), diagram);
  writeFileSync(join(folder, 'cell.ts'), cell(name));
  register(name, join(cells, 'registry.ts'));
  return `${folder} is registered and runs. Write its equations in definition.ts, name their values in cell.ts, say in diagram.ts where they stand, then npm test.`;
}

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

const diagram = `import { defineDiagram } from '../diagram.ts';
import { equations } from './definition.ts';

export const diagram = defineDiagram(equations, {
  size: [776, 196],
  rows: [92, 168],
  belts: [{ slot: 'hidden', from: 70, to: 114 }],
  cards: [],
  nodes: {
    'hidden.preactivation': { at: [218, 92], width: 116, chip: [356, 92], label: [356, 65, 'middle'] },
    'hidden.state': { at: [468, 92], chip: [572, 92], label: [572, 65, 'middle'] },
  },
  sources: {
    'previous hidden.state': { chip: [44, 92], label: [44, 65, 'middle'] },
    input: { chip: [44, 168], label: [44, 142, 'middle'] },
  },
  routes: {
    'input > hidden.preactivation': [[218, 168]],
    'hidden.state > next': [[776, 92]],
    'hidden.state > readout': [
      [702, 92],
      [702, 124],
    ],
  },
  forks: { 'hidden.state': [702, 92] },
  exits: { 'hidden.state > next': [774, 65, 'end'] },
  factors: { 'hidden.preactivation > hidden.state': [468, 65, 'middle'] },
});
`;

const cell = (name: string): string => `import { defineCell } from '../cell.ts';
import { equations } from './definition.ts';
import { diagram } from './diagram.ts';

export const ${camelCase(name)} = defineCell(equations, {
  id: '${name}',
  name: { en: '${name}', zh: '${name}' },
  quantities: {
    'hidden.preactivation': {
      name: { en: 'hidden state before the tanh', zh: '隐藏状态的预激活值' },
      symbol: { course: 'a_{@}' },
      slot: 'hidden',
      folds: 'forward',
    },
    'hidden.state': {
      name: { en: 'hidden state', zh: '隐藏状态' },
      symbol: { course: 'H_{@}' },
      badge: { course: 'H' },
      slot: 'hidden',
    },
  },
  letters: { h: { name: { en: 'hidden state', zh: '隐藏状态' }, subscript: { course: '' }, slot: 'hidden' } },
  diagram,
});
`;
