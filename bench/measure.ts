/** Times all contenders on all sizes, in this process. */
import type { Contender, MakeContender } from './contenders/contender.ts';
import { makeGatewalk } from './contenders/gatewalk.ts';
import { makePlain } from './contenders/plain.ts';
import { makeRecurrentJs } from './contenders/recurrent-js.ts';
import { makeTfjs } from './contenders/tfjs.ts';
import { median } from './median.ts';
import { makeProblem, type Problem, type Sizes } from './problem.ts';

export const others = ['plain', 'tfjs', 'recurrent-js'] as const;
export type Other = (typeof others)[number];
type Name = 'gatewalk' | Other;

/** A library takes part in every so many rounds only, or the slow ones would take all the time there is. */
const makers: Record<Name, { make: MakeContender; tolerance: number; everyRound: number }> = {
  gatewalk: { make: makeGatewalk, tolerance: 1e-12, everyRound: 1 },
  plain: { make: makePlain, tolerance: 1e-12, everyRound: 1 },
  tfjs: { make: makeTfjs, tolerance: 1e-4, everyRound: 7 },
  'recurrent-js': { make: makeRecurrentJs, tolerance: 1e-12, everyRound: 3 },
};
const names = Object.keys(makers) as Name[];

export const works = ['forward + BPTT', 'one SGD step'] as const;
export type Work = (typeof works)[number];

/** So small that the numbers, and with them the work, stay what they are. */
const rate = 1e-9;
const run: Record<Work, (contender: Contender) => void> = {
  'forward + BPTT': (contender) => contender.pass(),
  'one SGD step': (contender) => contender.step(rate),
};

const rounds = 21;
const millisecondsPerBatch = 3;
const millisecondsOfWarmUp = 60;

/** Time of the other ÷ time of Gatewalk; above 1, Gatewalk is faster. */
export interface Ratios extends Sizes {
  readonly work: Work;
  readonly ratios: Readonly<Record<Other, number>>;
}

interface Entrant {
  readonly name: Name;
  readonly contender: Contender;
}

export function measure(sizes: readonly Sizes[]): Ratios[] {
  const fields = sizes.map((size) => ({ size, entrants: enter(makeProblem(size)) }));
  // All sizes are warm before the first is timed: the just-in-time compiler has then seen all there is to see.
  for (const { entrants } of fields) entrants.forEach(warmUp);
  return fields.flatMap(({ size, entrants }) =>
    works.map((work) => ({ ...size, work, ratios: compare(entrants, work) })),
  );
}

function enter(problem: Problem): Entrant[] {
  const entrants = names.map((name) => ({ name, contender: makers[name].make(problem) }));
  for (const { contender } of entrants) contender.pass();
  const [reference, ...rest] = entrants;
  for (const entrant of rest) mustAgree(entrant, reference, problem);
  return entrants;
}

/** Who computes something else is not compared. */
function mustAgree({ name, contender }: Entrant, reference: Entrant, { parameters }: Problem): void {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= makers[name].tolerance * Math.max(1, Math.abs(b));
  const [loss, expected] = [contender.loss(), reference.contender.loss()];
  if (!near(loss, expected)) throw new Error(`${name}: loss ${loss}, expected ${expected}`);
  for (const parameter of parameters) {
    const gradient = contender.gradient(parameter);
    const wanted = reference.contender.gradient(parameter);
    const wrong = gradient.findIndex((number, k) => !near(number, wanted[k]));
    if (wrong < 0 && gradient.length === wanted.length) continue;
    const place = `∂L/∂${parameter.family}.${parameter.letter}[${wrong}]`;
    throw new Error(`${name}: ${place} is ${gradient[wrong]}, expected ${wanted[wrong]}`);
  }
}

function warmUp({ contender }: Entrant): void {
  for (const work of works) {
    const end = performance.now() + millisecondsOfWarmUp;
    do run[work](contender);
    while (performance.now() < end);
  }
}

/** Rounds in which everyone takes a turn, so that a slow moment of the machine meets all; each round gives a ratio. */
function compare(entrants: readonly Entrant[], work: Work): Record<Other, number> {
  const batches = entrants.map(({ contender }) => batchFor(() => run[work](contender)));
  const found: Record<Other, number[]> = { plain: [], tfjs: [], 'recurrent-js': [] };
  for (let round = 0; round < rounds; round++) {
    const times = new Map<Name, number>();
    for (let turn = 0; turn < entrants.length; turn++) {
      // Nobody always comes first, or always after the one who leaves the most garbage.
      const place = (turn + round) % entrants.length;
      const { name, contender } = entrants[place];
      if (round % makers[name].everyRound === 0)
        times.set(
          name,
          time(() => run[work](contender), batches[place]),
        );
    }
    for (const other of others) if (times.has(other)) found[other].push(times.get(other)! / times.get('gatewalk')!);
  }
  return { plain: median(found.plain), tfjs: median(found.tfjs), 'recurrent-js': median(found['recurrent-js']) };
}

/** How often to repeat `work` so that the clock's own steps do not count. */
function batchFor(work: () => void): number {
  let count = 1;
  while (count < 1 << 16 && time(work, count) * count < millisecondsPerBatch / 2) count *= 2;
  return count;
}

/** Milliseconds for one. */
function time(work: () => void, count: number): number {
  const start = performance.now();
  for (let k = 0; k < count; k++) work();
  return (performance.now() - start) / count;
}
