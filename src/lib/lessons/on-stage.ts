import { parseAddress } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import type { Workbench } from '#lib/workbench/workbench.svelte.ts';
import type { LiveNumber } from './document.ts';

/** What stands on the stage in place of a number of the prose, where the reader's changes have made that another one. */
export function onStage({ address, value }: LiveNumber, bench: Workbench): number | undefined {
  const parsed = bench.isVaried && bench.isLessons ? parseAddress(address) : undefined;
  if (!parsed || 'problem' in parsed || parsed.address.run !== bench.origins.setting) return undefined;
  const reading = readAddress(bench.model.run, { ...parsed.address, run: undefined });
  if ('problem' in reading || Object.is(reading.numbers[0], value)) return undefined;
  return reading.numbers[0];
}
