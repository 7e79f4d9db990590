/** What takes part in a step: what flows in, in which node, and what comes out, each with its numbers and symbol. */
import { viaText } from '#lib/formula/edit-words.ts';
import { wayThrough } from '#lib/formula/way-through.ts';
import { holdsOn } from '#lib/engine/edits.ts';
import { isGiven } from '#lib/engine/flow.ts';
import type { Instance } from '#lib/engine/instances.ts';
import type { Step } from '#lib/engine/steps.ts';
import { allEntriesAt } from '#lib/formula/formula.ts';
import { fill, languages, type Language } from '#lib/i18n/languages.ts';
import { formatAddress } from '#lib/stepper/address.ts';
import type { ChipDrawing } from '../drawing/chip-drawing.ts';
import { closedWay, type Closed } from '../drawing/cuts.ts';
import type { Subject } from '../drawing/subject.ts';
import { gradientSymbol, nodeTex, symbolAt, type Tone } from './labels.ts';
import { shapeOf, type Shape } from './node-shape.ts';

export interface Part {
  /** Whether edits keep it from flowing in. */
  readonly closed?: Closed;
  readonly chip: ChipDrawing;
  readonly label: { readonly tex: string; readonly tone: Tone; readonly lead?: string };
}

export interface StepParts {
  readonly inflows: readonly Part[];
  /** None for a parameter: no chip holds a matrix. */
  readonly result: Part | null;
  readonly node: { readonly shape: Shape | 'sum'; readonly tex: string; readonly isHeld?: boolean };
  readonly isBackward: boolean;
}

/** Null for a step that no single node makes: the loss over all timesteps, a parameter's total, an update. */
export function partsOfStep(subject: Subject, step: Step, language: Language, isFolded: boolean): StepParts | null {
  const writer = new PartWriter(subject, language, isFolded);
  if (step.pass === 'forward') return forward(subject, step, writer);
  if (step.pass !== 'backward') return null;
  return subject.model.isParameter(step.id) ? parameter(subject, step, writer) : backward(subject, step, writer);
}

function forward({ model }: Subject, { id, t }: Step, writer: PartWriter): StepParts | null {
  const equation = model.run.program.graph.values.get(id)!.equation!;
  if (equation.operands.some(({ over }) => over)) return null;
  const closed = isGiven(model.run.program, { id, t }) ? 'given' : undefined;
  const operands = equation.operands.filter(({ role }) => role !== 'parameter');
  return {
    inflows: operands.map((operand) => ({
      ...writer.value(operand.id, t - operand.lag, closed ? 'done' : 'flowing'),
      closed,
    })),
    result: writer.value(id, t, 'now'),
    node: {
      shape: shapeOf(equation.operation),
      tex: nodeTex(model, id),
      isHeld: holdsOn(model.run.program, { id, t }).length > 0,
    },
    isBackward: false,
  };
}

function backward({ model }: Subject, { id, t }: Step, writer: PartWriter): StepParts | null {
  const entries = allEntriesAt(model, { id, t, sample: 0 }).filter(({ user }) => user);
  if (!entries.length) return null;
  const [{ user }] = entries;
  const isSum = entries.length > 1;
  const closedTo = (each: Instance): Closed | undefined => closedWay(model.run.program, id, [each], true);
  const inflows = isSum
    ? entries.map((entry) => ({
        ...writer.share(id, t, entry.user!, entry.share, closedTo(entry.user!) ? 'later' : 'flowing'),
        closed: closedTo(entry.user!),
      }))
    : [{ ...writer.gradient(user!.id, user!.t, closedTo(user!) ? 'done' : 'flowing'), closed: closedTo(user!) }];
  const { operation } = model.run.program.graph.values.get(user!.id)!.equation!;
  const node = isSum
    ? ({ shape: 'sum', tex: '' } as const)
    : {
        shape: shapeOf(operation),
        tex: nodeTex(model, user!.id),
        isHeld: holdsOn(model.run.program, user!).length > 0,
      };
  return { inflows, result: writer.gradient(id, t, 'now'), node, isBackward: true };
}

/** ∂L/∂W at one timestep: the gradient of the weighted sum, and the value that W is multiplied by. */
function parameter({ model }: Subject, { id, t }: Step, writer: PartWriter): StepParts | null {
  const use = model.run.program.graph.uses.get(id)!.find(({ user }) => model.isOnTime(user.id));
  if (t === 0 || !use) return null;
  const { user, k } = use;
  const closed = closedWay(model.run.program, id, [{ id: user.id, t }], true);
  const factor = user.operands[k + 1]?.role === 'parameter' ? undefined : user.operands[k + 1];
  return {
    inflows: [
      { ...writer.gradient(user.id, t, closed ? 'done' : 'flowing'), closed },
      ...(factor ? [{ ...writer.value(factor.id, t - factor.lag, 'factor'), closed }] : []),
    ],
    result: null,
    node: { shape: shapeOf(user.operation), tex: nodeTex(model, user.id) },
    isBackward: true,
  };
}

class PartWriter {
  readonly #subject: Subject;
  readonly #language: Language;
  readonly #isFolded: boolean;

  constructor(subject: Subject, language: Language, isFolded: boolean) {
    this.#subject = subject;
    this.#language = language;
    this.#isFolded = isFolded;
  }

  value(id: string, t: number, state: ChipDrawing['state']): Part {
    const { model, scales } = this.#subject;
    return {
      chip: this.#chip(id, t, { kind: 'value', state, values: model.run.value(id, t), scale: scales.of(id) }),
      label: { tex: symbolAt(model, id, t), tone: 'soft' },
    };
  }

  gradient(id: string, t: number, state: ChipDrawing['state']): Part {
    const { model, scales } = this.#subject;
    const chip = { kind: 'gradient', state, values: model.run.gradient(id, t), scale: scales.gradients } as const;
    return {
      chip: this.#chip(id, t, chip),
      label: { tex: gradientSymbol(symbolAt(model, id, t)), tone: 'gradient' },
    };
  }

  /** What one use contributes. */
  share(
    id: string,
    t: number,
    user: { id: string; t: number },
    values: Float64Array,
    state: ChipDrawing['state'],
  ): Part {
    const { model, scales } = this.#subject;
    const part = this.#chip(id, t, { kind: 'gradient', state, values, scale: scales.gradients }, user);
    const words = languages[this.#language].messages.visuals;
    const via = viaText(model, user, this.#language, { isFolded: this.#isFolded });
    const way = wayThrough(model, user.id, this.#isFolded);
    return {
      chip: { ...part, spoken: fill(words.share, { name: part.spoken, via }) },
      label: { tex: symbolAt(model, way, user.t), tone: 'gradient', lead: words.via },
    };
  }

  #chip(
    id: string,
    t: number,
    look: Pick<ChipDrawing, 'kind' | 'state' | 'values' | 'scale'>,
    user?: { id: string; t: number },
  ): ChipDrawing {
    const { model } = this.#subject;
    const words = languages[this.#language].messages.visuals;
    const isGradient = look.kind === 'gradient';
    const address = {
      ...this.#subject.addressOf(id, t, isGradient ? ['grad'] : []),
      ...(user && { user: this.#subject.spotOf(user.id, user.t) }),
    };
    const name = model.named(id).name[this.#language];
    return {
      ...look,
      key: formatAddress(address),
      at: [0, 0],
      address,
      isSingle: model.shape(id).length === 0,
      style: isGradient ? {} : model.style(id),
      fill: this.#subject.fillOf(id),
      spoken: fill(isGradient ? words.gradient : words.value, { name, t }),
    };
  }
}
