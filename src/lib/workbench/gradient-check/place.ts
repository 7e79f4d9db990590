import type { Instance } from '#lib/engine/instances.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { formatAddress, parseAddress } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';

/** A number of a run that can be nudged. */
export interface Place {
  /** Of its gradient. */
  readonly address: string;
  /** Of the number itself, and of its gradient by nudging. */
  readonly valueAddress: string;
  readonly nudgedAddress: string;
  readonly instance: Instance;
  /** Which of the instance's numbers, in storage order. */
  readonly element: number;
  /** The same by dimension. */
  readonly index: readonly number[];
}

/** What `grad:W.f[0][1]` is the gradient of; undefined for all but the whole gradient of a single number of the run. */
export function placeOf({ run }: NamedRun, address: string): Place | undefined {
  const parsed = parseAddress(address);
  if ('problem' in parsed) return undefined;
  const { views, user, quantity: id, t = 0, sample = 0, index } = parsed.address;
  if (views.join() !== 'grad' || user) return undefined;
  const reading = readAddress(run, parsed.address);
  if ('problem' in reading || sizeOf(reading.shape) !== 1) return undefined;
  const shape = run.program.graph.values.get(id)!.shape;
  return {
    address,
    valueAddress: formatAddress({ ...parsed.address, views: [] }),
    nudgedAddress: formatAddress({ ...parsed.address, views: ['nudged'] }),
    instance: { id, t, sample },
    element: index.reduce((row, unit, dimension) => row * shape[dimension] + unit, 0),
    index,
  };
}
