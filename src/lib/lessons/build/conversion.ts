import type { Nodes } from 'mdast';
import type { Language } from '#lib/i18n/languages.ts';
import type { Block, ContentsEntry, Scene } from '../document.ts';
import type { LessonRuns } from '../lesson-runs.ts';
import type { LessonYaml } from './lesson-yaml.ts';
import type { Place } from './mistake.ts';
import type { Prose } from './prose.ts';

/** Names that a lesson may use and that stand elsewhere. */
export interface Known {
  /** Slugs of all lessons. */
  readonly lessons: readonly string[];
  readonly visuals: readonly string[];
}

/** Something that both languages must have, in the same scenes. */
export interface Mention {
  readonly kind: 'scene' | 'question' | 'goal' | 'heading' | 'number' | 'visual';
  readonly id: string;
  readonly scene: string | null;
  readonly place: Place;
}

/** One Markdown file on its way to a document: what it is read with, and what has been found in it so far. */
export class Conversion {
  readonly prose: Prose;
  readonly language: Language;
  readonly yaml: LessonYaml;
  readonly runs: LessonRuns;
  readonly known: Known;
  /** Names of the files that the lesson may show. */
  readonly pictures: readonly string[];
  readonly mentions: Mention[] = [];
  readonly contents: ContentsEntry[] = [];
  /** Labels of footnotes, in the order in which they are first referred to. */
  readonly footnotes: string[] = [];
  /** Where a block stood, so that a mistake can be shown there. */
  readonly lines = new Map<Block, readonly [first: number, last: number]>();
  /** The scene that is being read. */
  scene: Scene | null = null;
  title = '';
  headingLevel = 0;
  headings = 0;

  constructor(
    prose: Prose,
    language: Language,
    { yaml, runs, known, pictures }: Pick<Conversion, 'yaml' | 'runs' | 'known' | 'pictures'>,
  ) {
    this.prose = prose;
    this.language = language;
    this.yaml = yaml;
    this.runs = runs;
    this.known = known;
    this.pictures = pictures;
  }

  report(place: Place | Nodes, message: string): void {
    this.prose.source.report('type' in place ? this.prose.placeOf(place) : place, message);
  }

  mention(kind: Mention['kind'], id: string, place: Place): void {
    this.mentions.push({ kind, id, scene: this.scene?.id ?? null, place });
  }
}
