import type { NamedRun } from '#lib/formula/named-run.ts';
import { parseAddress } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';

/**
 * The number at an address, as a page writes it; of an update, `W.f/velocity[0][1]`, from the rule's own run.
 * @throws for what is no address of this model
 */
export function readNumber({ run, updater }: Pick<NamedRun, 'run' | 'updater'>, text: string): string {
  const parsed = parseAddress(text);
  if ('problem' in parsed) throw new Error(`${text}: ${parsed.problem}`);
  const { run: parameter, ...address } = parsed.address;
  const reading = readAddress(parameter === undefined ? run : updater.next(parameter), address);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.numbers.join(' ');
}
