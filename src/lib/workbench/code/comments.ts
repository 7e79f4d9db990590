/** The comments of a script, in the reader's language. */
import type { Instance } from '#lib/engine/instances.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';

const wordsIn = (language: Language) => languages[language].messages.code.comments;
type Words = ReturnType<typeof wordsIn>;

export class Comments {
  readonly #model: NamedRun;
  readonly #language: Language;

  constructor(model: NamedRun, language: Language) {
    this.#model = model;
    this.#language = language;
  }

  say(key: keyof Words, values: Readonly<Record<string, string | number>> = {}): string {
    return `# ${fill(wordsIn(this.#language)[key], values)}`;
  }

  /** `forget gate, t = 2` */
  place({ id, t }: Pick<Instance, 'id' | 't'>): string {
    const name = this.name(id);
    return this.#model.isOnTime(id) ? fill(wordsIn(this.#language).at, { name, t }) : name;
  }

  name(id: string): string {
    return this.#model.named(id).name[this.#language];
  }

  /** Above a parameter: where the library whose notation is chosen keeps it, there perhaps on its side; else nothing. */
  storage(id: string): string[] {
    const storage = this.#model.storage(id);
    const isTurned = this.#model.hasRowVectors && this.#model.shape(id).length > 1;
    return storage === undefined ? [] : [`# ${storage}${isTurned ? '.T' : ''}`];
  }

  cell(): string {
    return this.#model.cell.name[this.#language];
  }
}
