/**
 * A lesson as data: what the build makes of `lesson.yaml`, `en.md` and `zh.md`, one document per language. It feeds the
 * page, the slides and the worksheet. All of it is JSON; the only HTML in it is what KaTeX made of TeX. A page loads its
 * two halves one after the other: the stage's, and the words'.
 */
import type { Slot } from '#lib/cells/cell.ts';
import type { ModelFile } from '#lib/cells/model-file/model-file.ts';
import type { Question } from '#lib/exercises/question.ts';
import type { NumberStyle } from '#lib/formula/number.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { StageState } from '#lib/stage/stage-state.ts';

/** Where the stage stands while a scene is read. */
export interface Scene extends StageState {
  readonly id: string;
  /** Of its first heading. */
  readonly title?: string;
}

/** A variation of the lesson's model. */
export interface Setting {
  readonly model: ModelFile;
  /** How often the parameters are updated, by gradient descent, before it is looked at. */
  readonly updates: number;
  /** Left out: the lesson's. */
  readonly rate?: number;
  /** Addresses of ledger entries that its gradients lack. */
  readonly drop?: readonly string[];
}

/** What the lesson list knows of a lesson. */
export interface LessonSummary {
  readonly slug: string;
  readonly number: number;
  readonly minutes: number;
  /** Slugs of the lessons to read first. */
  readonly needs: readonly string[];
  readonly title: Readonly<Record<Language, string>>;
  /** Left out: the lesson has no numbers of its own. */
  readonly model?: ModelFile;
  /** The step that stands for the whole lesson: that of its middle scene. */
  readonly cover: string;
}

export interface LessonDocument extends LessonOnStage, LessonText {}

/** What the stage needs, which works before the words do. */
export interface LessonOnStage extends Omit<LessonSummary, 'cover'> {
  readonly language: Language;
  /** Learning rate. */
  readonly rate: number;
  readonly settings: Readonly<Record<string, Setting>>;
  readonly scenes: readonly Scene[];
}

export interface LessonText {
  readonly questions: Readonly<Record<string, Question>>;
  readonly sections: readonly Section[];
  readonly footnotes: readonly Footnote[];
  readonly contents: readonly ContentsEntry[];
}

/** The blocks of a scene, or those between two scenes. */
export interface Section {
  readonly scene: string | null;
  readonly blocks: readonly Block[];
}

/** In the order in which they are first referred to. */
export interface Footnote {
  readonly number: number;
  readonly blocks: readonly Block[];
}

export interface ContentsEntry {
  /** The id of an element of the page. */
  readonly id: string;
  readonly title: string;
}

export type Block =
  | { readonly type: 'paragraph'; readonly inlines: Inlines }
  | { readonly type: 'heading'; readonly level: number; readonly id: string; readonly inlines: Inlines }
  | List
  | Table
  | { readonly type: 'code'; readonly language: string; readonly text: string }
  | { readonly type: 'quote'; readonly blocks: Blocks }
  | { readonly type: 'rule' }
  | Formula
  | { readonly type: 'goals'; readonly goals: readonly Goal[] }
  | { readonly type: 'summary'; readonly blocks: Blocks }
  /** What a speaker says; not for readers. */
  | { readonly type: 'note'; readonly blocks: Blocks }
  | Visual
  | Predict
  /** An author's mistake, while developing; a document that is published has none. */
  | { readonly type: 'mistake'; readonly text: string };

export type Blocks = readonly Block[];

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly Blocks[];
}

export interface Table {
  readonly type: 'table';
  readonly align: readonly ('left' | 'right' | 'center' | null)[];
  readonly head: readonly Inlines[];
  readonly rows: readonly (readonly Inlines[])[];
}

export interface Goal {
  readonly id: string;
  readonly inlines: Inlines;
}

/** A drawing of the registry of visuals; what the settings mean is the visual's affair. */
export interface Visual {
  readonly type: 'visual';
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A question's words; the question itself stands in `questions` under the same id. */
export interface Predict {
  readonly type: 'predict';
  readonly id: string;
  readonly prompt: Blocks;
  readonly options: readonly { readonly id: string; readonly inlines: Inlines }[];
  /** By option or expected mistake, and `right` and `wrong`. */
  readonly feedback: Readonly<Record<string, Blocks>>;
}

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly inlines: Inlines }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'foreign'; readonly language: Language; readonly text: string }
  | { readonly type: 'link'; readonly href: string; readonly inlines: Inlines }
  | { readonly type: 'lesson'; readonly slug: string; readonly inlines: Inlines }
  /** A quantity named in the prose: lights up together with its symbol and its node. */
  | { readonly type: 'term'; readonly address: string; readonly slot: NumberSlot; readonly inlines: Inlines }
  | LiveNumber
  | { readonly type: 'constant'; readonly text: string }
  | Formula
  /** `first`: the place the footnote leads back to. */
  | { readonly type: 'footnote'; readonly number: number; readonly first: boolean }
  | { readonly type: 'image'; readonly src: string; readonly alt: string }
  | { readonly type: 'break' };

export type Inlines = readonly Inline[];

/** A number of a run: default text and value, and the address at which it is read anew when the model changes. */
export interface LiveNumber {
  readonly type: 'number';
  readonly address: string;
  readonly style: NumberStyle;
  readonly slot: NumberSlot;
  readonly value: number;
  readonly text: string;
}

/** Gradients have their own colour, whatever they are gradients of. */
export type NumberSlot = Slot | 'gradient';

/**
 * HTML and MathML by KaTeX. `numbers[k]` stands in every element with `data-slot="k"`, its default already filled in.
 */
export interface Formula {
  readonly type: 'formula';
  readonly display: boolean;
  readonly html: string;
  readonly numbers: readonly LiveNumber[];
}
