import { newCell } from './new/cell.ts';
import { newLesson } from './new/lesson.ts';
import { newVisual } from './new/visual.ts';

// npm run new KIND NAME: the skeleton of something new, which already runs, and what to do next.

const kinds: Readonly<Record<string, { readonly example: string; make(name: string): string }>> = {
  cell: { example: 'peephole-lstm', make: newCell },
  lesson: { example: '12-forget-gate', make: newLesson },
  visual: { example: 'gate-dials', make: newVisual },
};

const usage = `Usage, for example:\n${Object.entries(kinds)
  .map(([kind, { example }]) => `  npm run new ${kind} ${example}`)
  .join('\n')}`;

const [kind = '', name = ''] = process.argv.slice(2);

try {
  if (!Object.hasOwn(kinds, kind) || !name) throw new Error(usage);
  console.log(kinds[kind].make(name));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
