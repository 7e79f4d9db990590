/** What the losses say about the course of the updates. */
import type { UpdateRuleName } from '#lib/engine/updates.ts';

export type Change = 'fell' | 'rose' | 'same' | 'lost';

/** From one loss to another. Lost: there is no difference to speak of. */
export function changeOf(before: number, after: number): Change {
  if (!Number.isFinite(after - before)) return 'lost';
  return after < before ? 'fell' : after > before ? 'rose' : 'same';
}

/** Momentum may lift a loss for a while; beyond this it has lost its way. */
const farAbove = 10;

/**
 * Whether steps too large have led away from where the loss is low, `grown`, or out of all numbers, `lost`. `given`: there
 * was no number even before the first update.
 */
export function divergenceOf(losses: readonly number[], isFinite: boolean): 'given' | 'lost' | 'grown' | undefined {
  const [start, now] = [losses[0], losses.at(-1)!];
  if (!Number.isFinite(start) || (!isFinite && losses.length === 1)) return 'given';
  if (!isFinite || !Number.isFinite(now)) return 'lost';
  return now > farAbove * start ? 'grown' : undefined;
}

/** Less than this is rounding. */
const rounding = 1e-9;

/** Whether the last update has raised the loss, by more than rounding does. */
export function hasRisen(losses: readonly number[]): boolean {
  const [before, after] = losses.slice(-2);
  return losses.length > 1 && after - before > rounding * (1 + Math.abs(before));
}

export type Reason = 'lacks' | 'carriesOn' | 'ofAdam' | 'tooLong';

/** What may have led a loss up: only what is true of these updates. */
export function reasonsFor(rule: UpdateRuleName, updates: number, lacksTerm: boolean): Reason[] {
  const ofRule: Readonly<Record<UpdateRuleName, readonly Reason[]>> = {
    sgd: ['tooLong'],
    // The first update has nothing behind it.
    momentum: updates > 1 ? ['carriesOn', 'tooLong'] : ['tooLong'],
    adam: ['ofAdam'],
  };
  return [...(lacksTerm ? (['lacks'] as const) : []), ...ofRule[rule]];
}

/** The update after which the loss was no longer a number. */
export const lostAt = (losses: readonly number[]): number => {
  const first = losses.findIndex((loss) => !Number.isFinite(loss));
  return first < 0 ? losses.length - 1 : first;
};
