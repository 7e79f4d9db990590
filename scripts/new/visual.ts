import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkName, pascalCase } from './name.ts';

/**
 * Writes a visual's folder, and its lines in the two lists of visuals.
 * @param name in kebab case: `gate-dials`
 * @param visuals the folder of the visuals
 * @returns what to do next
 * @throws if the name is not one, or is taken
 */
export function newVisual(name: string, visuals = 'src/lib/visuals'): string {
  checkName(name, 'visual', 'gate-dials');
  const folder = join(visuals, name);
  const ids = join(visuals, 'visual-ids.ts');
  if (existsSync(folder)) throw new Error(`${folder} is there already`);
  const key = name.includes('-') ? `'${name}'` : name;
  if (readFileSync(ids, 'utf8').includes(`\n  ${key}: `)) throw new Error(`${ids} has a visual ${name} already`);
  const component = pascalCase(name);
  mkdirSync(folder);
  writeFileSync(join(folder, `${component}.svelte`), skeleton);
  edit(ids, /(?=\} as const satisfies)/, `  ${key}: 'drawing',\n`);
  const registry = join(visuals, 'registry.ts');
  edit(registry, /(?=import type \{ VisualId \})/, `import ${component} from './${name}/${component}.svelte';\n`);
  edit(registry, /(?=\} satisfies Record)/, `  ${key}: ${component},\n`);
  return `${folder} is registered and draws. See it with npm run dev at /en/gallery/, write ::visual{name=${name}} in a lesson, change ${component}.svelte, then npm test.`;
}

function edit(file: string, place: RegExp, line: string): void {
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(place, () => line),
  );
}

const skeleton = `<!-- @component The hidden state of one unit, timestep by timestep, as far as the step has come. -->
<script lang="ts">
  import { range } from '#lib/engine/instances.ts';
  import { numberText } from '#lib/formula/number.ts';
  import { fill, languages } from '#lib/i18n/languages.ts';
  import { formatAddress } from '#lib/stepper/address.ts';
  import { colour, fillKey } from '../drawing/fill.ts';
  import Patterns from '../drawing/Patterns.svelte';
  import { subjectOf } from '../drawing/subject.ts';
  import type { VisualProps } from '../registry.ts';

  let { model, step, language, unit = 0, compact = false, highlighted = null }: VisualProps = $props();

  const scope = $props.id();
  const words = $derived(languages[language].messages.visuals);
  const subject = $derived(subjectOf(model));
  const id = $derived(model.cell.states.h);
  const dress = $derived(subject.fillOf(id));
  const times = $derived(range(0, model.run.program.timesteps));

  const width = $derived(compact ? 362 : 776);
  const span = $derived(compact ? 24 : 40);
  const middle = $derived(22 + span);
  const column = $derived(width / times.length);

  const bars = $derived(
    times.flatMap((t) => {
      if (subject.progress.known({ pass: 'forward', t, id }, step) === 'later') return [];
      const index = Math.min(unit, model.shape(id)[0] - 1);
      const value = model.run.value(id, t)[index];
      const share = Number.isFinite(value) ? Math.min(1, Math.abs(value) / subject.scales.of(id)) : 1;
      return {
        t,
        value,
        height: share * span,
        address: formatAddress({ ...subject.addressOf(id, t), index: [index] }),
      };
    }),
  );

  const title = $derived(
    fill(words.cell, {
      cell: model.named(id).name[language],
      t: subject.timestepOf(step),
      state: fill(words[step.pass], { name: model.named(step.id).name[language] }),
    }),
  );
</script>

<svg
  viewBox="0 0 {width} {middle + span + 24}"
  role="img"
  aria-label={title}
  style:--line={colour(dress.colour, 'line')}
>
  <Patterns {scope} fills={[dress]} />
  <path class="zero" d="M0 {middle}H{width}" />
  {#each times as t (t)}
    <text x={column * (t + 0.5)} y={middle + span + 18}>{t}</text>
  {/each}
  {#each bars as { t, value, height, address } (t)}
    <g data-address={address} data-value={value} class:lit={highlighted === address}>
      <rect
        x={column * (t + 0.5) - 9}
        y={value < 0 ? middle : middle - height}
        width="18"
        {height}
        style:fill="url(#{scope}-{fillKey(dress)})"
      />
      {#if column > 50}
        <text x={column * (t + 0.5)} y="14">{numberText(value, model.style(id))}</text>
      {/if}
    </g>
  {/each}
</svg>

<style>
  svg {
    display: block;
    width: 100%;
    height: auto;
  }

  .zero {
    stroke: var(--edge);
  }

  rect {
    stroke: var(--line);
  }

  text {
    font: 13px var(--sans);
    font-variant-numeric: tabular-nums;
    fill: var(--ink-2);
    text-anchor: middle;
  }

  .lit rect {
    stroke: var(--ink);
    stroke-width: 2.5;
  }
</style>
`;
