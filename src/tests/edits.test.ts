import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '#lib/engine/equations.ts';
import { agrees, checkGradient } from '#lib/engine/gradient-check.ts';
import { ledger } from '#lib/engine/ledger.ts';
import { instancesOf, range, type Instance } from '#lib/engine/instances.ts';
import type { Drop, Hold } from '#lib/engine/edits.ts';
import type { Run } from '#lib/engine/run.ts';
import { losses, sequenceModel, type CellEquations, type LossKind } from '#lib/engine/sequence-model.ts';
import { ledgerMisses, sameBits } from './claims.ts';
import { registeredCells } from './random-model.ts';
import { seed } from './seed.ts';
import { address, computed, elementsOf, given, pick, results, type Specimen } from './specimen.ts';

const few = fc.integer({ min: 1, max: 4 });

interface Sizes {
  inputSize: number;
  hiddenSize: number;
  timesteps: number;
  kind: LossKind;
  /** What is edited, when, and where. */
  place: number;
  t: number;
  index: number;
  numbers: number;
}

const sizes: fc.Arbitrary<Sizes> = fc.record({
  inputSize: few,
  hiddenSize: few,
  timesteps: few,
  kind: fc.constantFrom(...(Object.keys(losses) as LossKind[])),
  place: fc.nat(),
  t: fc.nat(),
  index: fc.nat(),
  numbers: fc.integer({ min: 1, max: 1e9 }),
});

function specimenOf(cell: CellEquations, { kind, timesteps, numbers, ...rest }: Sizes): Specimen {
  const graph: Graph = sequenceModel(cell, { ...rest, outputSize: 2 }, { kind, at: 'all' });
  return { graph, sizes: { timesteps, samples: 1 }, seed: numbers };
}

const ownIds = ({ graph }: Specimen): string[] =>
  graph.equations.map(({ id }) => id).filter((id) => !['output', 'loss.term', 'loss'].includes(id));

const isHeld = (hold: Hold, { id, t }: Instance): boolean => hold.id === id && (hold.t === undefined || hold.t === t);
const heldElements = (hold: Hold, length: number): number[] =>
  hold.index === undefined ? range(0, length - 1) : [hold.index];

describe.each(registeredCells)('%s with a value held at a number', (_, cell) => {
  /** Tries a claim with any value held, at one or every timestep, one or every unit. */
  const always = (claim: (run: Run, hold: Hold, specimen: Specimen) => void) => {
    const property = fc.property(sizes, fc.boolean(), fc.boolean(), (chosen, everyTime, everyUnit) => {
      const specimen = specimenOf(cell, chosen);
      const ids = ownIds(specimen);
      const hold: Hold = {
        id: ids[chosen.place % ids.length],
        t: everyTime ? undefined : 1 + (chosen.t % chosen.timesteps),
        index: everyUnit ? undefined : chosen.index % chosen.hiddenSize,
        to: 0.25 + 1 / (2 + (chosen.numbers % 7)),
      };
      claim(computed(specimen, { held: [hold] }), hold, specimen);
    });
    fc.assert(property, { numRuns: 60, seed });
  };

  it('the value is that number, where it is held, and nowhere else', () => {
    always((run, hold) => {
      for (const instance of results(run.program).filter(({ id }) => id === hold.id)) {
        const numbers = run.value(hold.id, instance.t);
        const held = isHeld(hold, instance) ? heldElements(hold, numbers.length) : [];
        const isNumber = [...numbers].flatMap((number, i) => (number === hold.to ? [i] : []));
        expect(isNumber, address(instance)).toEqual(held);
      }
    });
  });

  it('what does not depend on it is as it was, and what does is computed from it', () => {
    always((run, hold, specimen) => {
      const free = computed(specimen, { merged: false });
      const changed = new Set<string>();
      for (const { group, t, sample } of run.program.tasks) {
        const [equation] = group;
        const instance = { id: equation.id, t, sample };
        const reads = equation.operands.flatMap((each) => instancesOf(each, instance.t, 0, run.program));
        const mayChange = isHeld(hold, instance) || reads.some((each) => changed.has(address(each)));
        if (mayChange) changed.add(address(instance));
        const same = sameBits(run.value(instance.id, instance.t), free.value(instance.id, instance.t));
        if (!mayChange) expect(same, address(instance)).toBe(true);
      }
    });
  });

  it('its gradient is how the loss changes with that number', () => {
    always((run, hold, specimen) => {
      const lossAt = (to: number) => computed(specimen, { held: [{ ...hold, to }] }).loss;
      const epsilon = 1e-5;
      const numeric = (lossAt(hold.to + epsilon) - lossAt(hold.to - epsilon)) / (2 * epsilon);
      const times = hold.t === undefined ? range(1, specimen.sizes.timesteps) : [hold.t];
      const gradients = times.flatMap((t) => {
        const gradient = run.gradient(hold.id, t);
        return heldElements(hold, gradient.length).map((i) => gradient[i]);
      });
      // Held at several places, the number moves at all of them at once.
      const analytic = gradients.reduce((total, gradient) => total + gradient, 0);
      expect(Math.abs(analytic - numeric)).toBeLessThanOrEqual(1e-6 * Math.abs(numeric) + 1e-8);
    });
  });

  it('every gradient is right for the model with the value held', () => {
    always((run, { id }, { seed: numbers }) => {
      const all = elementsOf(run, [...given(run.program), ...results(run.program).filter((each) => each.id !== id)]);
      const misses = pick(all, 40, numbers).filter((each) => !agrees(checkGradient(run, each, each.index)));
      expect(misses.map((each) => address(each, each.index))).toEqual([]);
    });
  });

  it('what it would have been computed from gets exactly nothing from it', () => {
    always((run, hold) => {
      const { graph } = run.program;
      const { operands } = graph.values.get(hold.id)!.equation!;
      for (const { t } of results(run.program).filter((each) => isHeld(hold, each))) {
        for (const operand of operands.flatMap((each) => instancesOf(each, t, 0, run.program))) {
          const entries = ledger(run, operand.id, operand.t).filter(({ user }) => user?.id === hold.id && user.t === t);
          expect(entries.length).toBeGreaterThan(0);
          if (hold.index === undefined)
            expect(entries.every(({ share }) => share.every((x) => Object.is(Math.abs(x), 0)))).toBe(true);
        }
      }
    });
  });
});

describe.each(registeredCells)('%s with an edge dropped from the backward pass', (_, cell) => {
  const always = (claim: (run: Run, drop: Drop, specimen: Specimen) => void) => {
    const property = fc.property(sizes, fc.boolean(), (chosen, everyTime) => {
      const specimen = specimenOf(cell, chosen);
      const ids = ownIds(specimen);
      const user = ids[chosen.place % ids.length];
      const { operands } = specimen.graph.values.get(user)!.equation!;
      const value = operands[chosen.index % operands.length].id;
      const drop: Drop = { value, user, t: everyTime ? undefined : 1 + (chosen.t % chosen.timesteps) };
      claim(computed(specimen, { dropped: [drop] }), drop, specimen);
    });
    fc.assert(property, { numRuns: 60, seed });
  };

  it('every gradient is the sum of the entries that are left', () => {
    always((run) => {
      const instances = [...given(run.program), ...results(run.program)];
      expect(instances.flatMap((instance) => ledgerMisses(run, instance))).toEqual([]);
    });
  });

  it('the entry is still listed, as dropped, and no other is', () => {
    always((run, drop) => {
      let listed = 0;
      for (const { id, t } of [...given(run.program), ...results(run.program)]) {
        for (const entry of ledger(run, id, t)) {
          const isTheOne =
            id === drop.value && entry.user?.id === drop.user && entry.user.t === (drop.t ?? entry.user.t);
          expect(entry.dropped).toBe(isTheOne);
          if (isTheOne) listed++;
        }
      }
      expect(listed).toBeGreaterThan(0);
    });
  });

  it('no value changes, and no gradient of what comes after', () => {
    always((run, drop, specimen) => {
      const whole = computed(specimen, { merged: false });
      const upstream = new Set<string>(
        [...run.program.graph.values.keys()].filter((id) => dependsOn(run, drop.value, id)),
      );
      for (const { id, t } of [...given(run.program), ...results(run.program)]) {
        expect(sameBits(run.value(id, t), whole.value(id, t)), id).toBe(true);
        if (!upstream.has(id)) expect(sameBits(run.gradient(id, t), whole.gradient(id, t)), id).toBe(true);
      }
    });
  });
});

/** Whether `id` is computed from `from`, at the same or a later timestep. */
function dependsOn({ program: { graph } }: Run, id: string, from: string): boolean {
  const seen = new Set<string>();
  const visit = (each: string): boolean => {
    if (each === from) return true;
    if (seen.has(each)) return false;
    seen.add(each);
    return graph.values.get(each)!.equation?.operands.some((operand) => visit(operand.id)) ?? false;
  };
  return visit(id);
}
