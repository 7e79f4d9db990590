/** What a page weighs before its first step works, and how fast a step's formula is set. */
import { existsSync } from 'node:fs';
import { gzippedSize, pageScripts, prerenderedPages, scriptBudget } from '../scripts/built-pages.ts';
import { fetchedBeforeFirstStep } from '../scripts/first-step.ts';
import { measureFormulas } from './formulas/measure.ts';
import { measureStage } from './stage/measure.ts';

const folder = 'build';
/** Every language has the same pages. */
const pages = existsSync(folder) ? prerenderedPages(folder).filter((page) => page.startsWith('en/')) : [];

const { most, aim } = scriptBudget;
console.log(
  `\nGzipped script, words and data that a page has fetched before its first step works, KB: at most ${most}, aim ${aim}\n`,
);
if (!pages.length) console.log('There is no build to weigh: run `npm run build`.');
for (const page of pages) {
  const isLesson = /^en\/lstm-/.test(page);
  const size = gzippedSize(isLesson ? await fetchedBeforeFirstStep(folder, page) : pageScripts(folder, page));
  const verdict = size > most ? 'TOO MUCH' : size > aim ? 'within the budget' : 'as aimed';
  console.log(`${size.toFixed(1).padStart(7)}   /${page}   ${verdict}`);
}

const least = 15;
const titles = { walk: 'step by step', equationWise: 'an equation through its timesteps' };
const ratios = await measureFormulas();
console.log('\nKaTeX typesetting a formula with its numbers anew ÷ setting it in the page, in the browser\n');
for (const [key, title] of Object.entries(titles)) {
  const ratio = ratios[key as keyof typeof titles];
  console.log(
    `${ratio.toFixed(1).padStart(7)}×  ${title}   ${ratio >= least ? 'reached' : 'not reached'}: ≥ ${least}×`,
  );
}

console.log('\nA step’s whole update of the stage, script and layout, as a share of a frame (1/60 s)\n');
for (const { hiddenSize, timesteps, median, slow, lateToEarly, edit } of await measureStage()) {
  const verdict = slow <= 1 ? 'within a frame' : 'MORE THAN A FRAME';
  console.log(
    `H ${hiddenSize}, T ${timesteps}:   median ${median.toFixed(2)}   slowest of twenty ${slow.toFixed(2)}   ${verdict}`,
  );
  console.log(`   a step near the end ÷ a step near the beginning: ${lateToEarly.toFixed(2)}`);
  console.log(`   a weight dragged, both passes and all that follows: median ${edit.toFixed(2)}`);
}
