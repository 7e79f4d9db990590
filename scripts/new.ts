import { newCell } from './new/cell.ts';

// npm run new cell NAME: the skeleton of something new, which already runs, and what to do next.

const kinds: Readonly<Record<string, (name: string) => string>> = { cell: newCell };

const [kind = '', name = ''] = process.argv.slice(2);

try {
  const make = kinds[kind];
  if (!make || !name) throw new Error(`Usage: npm run new ${Object.keys(kinds).join('|')} NAME`);
  console.log(make(name));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
