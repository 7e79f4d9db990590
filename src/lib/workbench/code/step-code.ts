/** A step of the walk as a short Python script that computes the very same number. */
import { holdsOn } from '#lib/engine/edits.ts';
import { contextOf, type Equation } from '#lib/engine/equations.ts';
import type { Instance } from '#lib/engine/instances.ts';
import type { Entry } from '#lib/engine/ledger.ts';
import type { Step } from '#lib/engine/steps.ts';
import { allEntriesAt } from '#lib/formula/formula.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { updateOf } from '#lib/formula/update-of.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { Comments } from './comments.ts';
import { assign } from './held.ts';
import { arrayLiteral, bracketed, lineWidth, printed } from './literal.ts';
import { gradientName, termName, valueName } from './names.ts';
import { backwardText, forwardText, type Occurrence } from './operation-text.ts';
import type { Dialect } from './script-choice.ts';
import { scriptOf, type Literal } from './script.ts';
import { updateLines } from './update-lines.ts';

export interface CodeOptions {
  readonly language?: Language;
}

export function stepCode(model: NamedRun, step: Step, dialect: Dialect, { language = 'en' }: CodeOptions = {}): string {
  const { title, body, literals } = new StepScript(model, dialect, new Comments(model, language)).parts(step);
  return scriptOf(dialect, { title, body, literals });
}

/** An operation where it is used: what its operands are called, and what the table wants to know of them. */
interface Written {
  readonly equation: Equation;
  readonly x: readonly string[];
  readonly occurrence: Occurrence;
}

class StepScript {
  readonly #model: NamedRun;
  readonly #dialect: Dialect;
  readonly #comments: Comments;
  readonly #literals: Literal[] = [];

  constructor(model: NamedRun, dialect: Dialect, comments: Comments) {
    this.#model = model;
    this.#dialect = dialect;
    this.#comments = comments;
  }

  parts({ pass, id, t }: Step) {
    const instance: Instance = { id, t, sample: 0 };
    const body =
      pass === 'forward'
        ? this.#forward(instance)
        : pass === 'backward'
          ? this.#backward(instance)
          : this.#update(instance);
    return { title: this.#title({ pass, id, t }), body, literals: this.#literals };
  }

  #title({ pass, id, t }: Step): string {
    const isShare = pass === 'backward' && this.#model.isParameter(id) && t > 0;
    const what = `${this.#comments.place({ id, t })} (${id})`;
    if (pass === 'forward') return `# ${what}`;
    if (pass === 'update') return this.#comments.say('update', { rule: this.#model.updater.name, what });
    return this.#comments.say(isShare ? 'share' : 'gradient', { what, t });
  }

  #forward(instance: Instance): string[] {
    const name = valueName(this.#model, instance);
    const { equation, x, occurrence } = this.#written(instance);
    const holds = holdsOn(this.#model.run.program, instance).map(
      (hold) => `${assign(this.#dialect, name, equation.shape, hold, hold.to)}  ${this.#comments.say('held')}`,
    );
    return [
      `${name} = ${forwardText(equation.operation, this.#dialect, x, occurrence)}`,
      ...holds,
      printed(this.#dialect, name, this.#model.shape(instance.id)),
    ];
  }

  #backward(instance: Instance): string[] {
    const entries = allEntriesAt(this.#model, instance);
    const name = gradientName(this.#model, instance);
    const isUsed = entries.some(({ dropped }) => !dropped);
    const silenced = isUsed ? this.#silenced(entries) : [];
    const lines = this.#dialect === 'numpy' ? this.#chainRule(entries, name) : this.#autograd(instance, entries, name);
    return [
      ...silenced,
      ...lines,
      ...(isUsed ? [] : [this.#nothing(instance, name, entries.length === 0)]),
      printed(this.#dialect, name, this.#model.shape(instance.id)),
    ];
  }

  /** Nothing uses it, or all of its terms are left out. */
  #nothing({ id }: Instance, name: string, isUnused: boolean): string {
    const shape = this.#model.shape(id);
    const zeros = `${this.#dialect === 'numpy' ? 'np' : 'torch'}.zeros((${shape.map((n) => `${n},`).join(' ')}))`;
    return `${name} = ${zeros}${isUnused ? `  ${this.#comments.say('unused')}` : ''}`;
  }

  /** A held value's gradient stops at the elements that are held. */
  #silenced(entries: readonly Entry[]): string[] {
    const users = entries.flatMap(({ user, dropped }) => (user && !dropped ? user : []));
    const distinct = new Map(users.map((user) => [gradientName(this.#model, user), user]));
    return [...distinct].flatMap(([name, user]) =>
      holdsOn(this.#model.run.program, user).map((hold) => {
        const line = assign(this.#dialect, name, this.#model.shape(user.id), hold, 0);
        return `${line}  ${this.#comments.say('heldBack')}`;
      }),
    );
  }

  #chainRule(entries: readonly Entry[], name: string): string[] {
    const isAlone = entries.filter(({ dropped }) => !dropped).length === 1;
    const names: string[] = [];
    const lines = entries.map(({ user, k, dropped }) => {
      const plain = user ? termName(this.#model, user) : 'itself';
      const term = names.includes(plain) ? `${plain}_operand_${k + 1}` : plain;
      const line = `${isAlone && !dropped ? name : term} = ${user ? this.#term(user, k) : '1.0'}`;
      if (dropped) return this.#comments.say('leftOut', { code: line });
      names.push(term);
      return `${line}  ${user ? `# ${this.#comments.place(user)}` : this.#comments.say('itself')}`;
    });
    return names.length < 2 ? lines : [this.#comments.say('oneTermPerUse'), ...lines, '', sumOf(name, names)];
  }

  #term(user: Instance, k: number): string {
    const { equation, x, occurrence } = this.#written(user);
    const isHeld = holdsOn(this.#model.run.program, user).length > 0;
    const computed = `${isHeld ? 'free_' : ''}${valueName(this.#model, user)}`;
    this.#write(computed, user.id, this.#model.run.computed(user));
    return backwardText(equation.operation, k, this.#gradient(user), computed, x, occurrence);
  }

  /** Each use is an expression of its own, so that nothing flows through one into another. */
  #autograd(instance: Instance, entries: readonly Entry[], name: string): string[] {
    const value = valueName(this.#model, instance);
    this.#write(value, instance.id, this.#model.run.value(instance.id, instance.t), true);
    const distinct = new Map(
      entries.map((entry) => [entry.user ? termName(this.#model, entry.user) : 'itself', entry]),
    );
    const uses = [...distinct.values()].map(({ user, dropped }) => {
      if (!user) return { dropped, gradient: 'torch.tensor(1.0)', text: value, place: this.#comments.say('itself') };
      const { equation, x, occurrence } = this.#written(user);
      const text = forwardText(equation.operation, this.#dialect, x, occurrence);
      return { dropped, gradient: this.#gradient(user), text, place: `# ${this.#comments.place(user)}` };
    });
    const kept = uses.filter(({ dropped }) => !dropped);
    const left = uses.flatMap(({ dropped, text }) => (dropped ? this.#comments.say('leftOut', { code: text }) : []));
    if (kept.length === 0) return left;
    return [
      this.#comments.say('oneExpressionPerUse'),
      ...left,
      'uses = [',
      ...kept.map(({ text, place }) => `    ${text},  ${place}`),
      ']',
      `gradients = ${bracketed(
        '[',
        kept.map(({ gradient }) => gradient),
        ']',
      )}`,
      `(${name},) = torch.autograd.grad(uses, ${value}, grad_outputs=gradients)`,
    ];
  }

  #update({ id }: Instance): string[] {
    const { run } = this.#model;
    const name = valueName(this.#model, { id, t: 0 });
    const gradient = gradientName(this.#model, { id, t: 0 });
    this.#write(name, id, run.value(id as 'W.f'));
    this.#write(gradient, id, run.gradient(id as 'W.f'));
    const { lines, literals } = updateLines(this.#dialect, updateOf(this.#model, id).run, { name, gradient });
    this.#literals.push(...literals);
    return [...lines, printed(this.#dialect, `new_${name}`, this.#model.shape(id))];
  }

  /** The operation of an equation with its operands' names, which are written down for those that the text mentions. */
  #written({ id, t, sample }: Instance): Written {
    const { program } = this.#model.run;
    const equation = program.graph.values.get(id)!.equation!;
    const { instances } = this.#model.run.operands(equation, t, sample);
    const x = instances.map((operand) => {
      const name = valueName(this.#model, operand);
      this.#write(name, operand.id, this.#model.run.value(operand.id, operand.t, operand.sample));
      return name;
    });
    const occurrence = { ...contextOf(equation), list: bracketed('[', x, ']'), count: x.length };
    return { equation, x, occurrence };
  }

  #gradient(user: Instance): string {
    const name = gradientName(this.#model, user);
    this.#write(name, user.id, this.#model.run.gradient(user.id, user.t, user.sample));
    return name;
  }

  #write(name: string, id: string, numbers: Float64Array, isLeaf = false): void {
    if (this.#literals.some((literal) => literal.name === name)) return;
    const text = arrayLiteral(this.#dialect, this.#model.shape(id), numbers, isLeaf);
    const isItself = name === valueName(this.#model, { id, t: 0 });
    this.#literals.push({ name, text, comments: isItself ? this.#comments.storage(id) : [] });
  }
}

function sumOf(name: string, terms: readonly string[]): string {
  const line = `${name} = ${terms.join(' + ')}`;
  if (line.length <= lineWidth) return line;
  return [`${name} = (`, ...terms.map((term, k) => `    ${k ? '+ ' : ''}${term}`), ')'].join('\n');
}
