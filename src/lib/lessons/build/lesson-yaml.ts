/** What `lesson.yaml` holds: everything in a lesson that has no language. */
import { ModelFileError, readModelFile } from '#lib/cells/model-file/read.ts';
import type { ModelFile } from '#lib/cells/model-file/model-file.ts';
import type { Question } from '#lib/exercises/question.ts';
import type { Scene, Setting } from '../document.ts';
import type { Source } from './mistake.ts';
import { unknownName } from './mistake.ts';
import { readQuestion } from './question-yaml.ts';
import { readDrop, readScene } from './scene-yaml.ts';
import { isMissing, YamlFile, type Path, type Piece } from './yaml-file.ts';

export interface LessonYaml {
  readonly minutes: number;
  readonly goals: readonly string[];
  readonly needs: readonly string[];
  readonly model?: ModelFile;
  readonly rate: number;
  readonly settings: Readonly<Record<string, Setting>>;
  readonly scenes: readonly Scene[];
  readonly questions: readonly Question[];
  readonly yaml: YamlFile;
}

const nothing = { minutes: 0, goals: [], needs: [], rate: 0.1, settings: {}, scenes: [], questions: [] };
const keys = ['minutes', 'goals', 'needs', 'model', 'rate', 'settings', 'scenes', 'questions'] as const;
const settingKeys = ['inputs', 'initial', 'loss', 'parameters', 'readout', 'updates', 'rate', 'drop'] as const;
const isPositive = (found: number): boolean => found > 0;
const isCount = (found: number): boolean => Number.isInteger(found) && found >= 0;

/** Reads everything that can be read; what is missing or wrong is reported to `source` and has a harmless value. */
export function readLessonYaml(source: Source, lessons: readonly string[]): LessonYaml {
  const yaml = new YamlFile(source);
  if (source.mistakes.length > 0) return { ...nothing, yaml };
  const top = yaml.members(yaml.top, keys);
  const minutes = yaml.number(top.minutes, 'a number of minutes, such as 12', isPositive) ?? 0;
  const rate = isMissing(top.rate) ? undefined : yaml.number(top.rate, 'a learning rate above 0', isPositive);
  const model = isMissing(top.model)
    ? yaml.refuse(top.model, 'a model, at whose steps the scenes stand')
    : readModel(yaml, top.model);
  const scenes = unique(yaml, yaml.list(top.scenes), (piece) => readScene(yaml, piece));
  if (scenes.length === 0) yaml.report(['scenes'], 'a lesson has at least one scene');
  return {
    minutes,
    goals: yaml.list(top.goals).flatMap((piece) => yaml.id(piece) ?? []),
    needs: yaml.list(top.needs).flatMap((piece) => readNeed(yaml, piece, lessons) ?? []),
    ...(model && { model }),
    rate: rate ?? 0.1,
    settings: model ? readSettings(yaml, top.settings, top.model) : {},
    scenes,
    questions: unique(yaml, yaml.list(top.questions), (piece) => readQuestion(yaml, piece)),
    yaml,
  };
}

function readNeed(yaml: YamlFile, piece: Piece, lessons: readonly string[]): string | undefined {
  const slug = yaml.text(piece, 'a lesson, such as lstm-cell');
  if (slug === undefined || lessons.includes(slug)) return slug;
  return yaml.report(piece.path, unknownName('lesson', slug, lessons));
}

/** What could be read of each piece; an id that another one has already is refused. */
function unique<Entry extends { readonly id: string }>(
  yaml: YamlFile,
  pieces: readonly Piece[],
  readEntry: (piece: Piece) => Entry | undefined,
): Entry[] {
  const entries: Entry[] = [];
  for (const piece of pieces) {
    const entry = readEntry(piece);
    if (entry && entries.some(({ id }) => id === entry.id)) {
      yaml.report([...piece.path, 'id'], `“${entry.id}” is taken already`);
    } else if (entry) entries.push(entry);
  }
  return entries;
}

function readModel(
  yaml: YamlFile,
  { path, content }: Piece,
  whose = (_inner: Path): Path => path,
): ModelFile | undefined {
  try {
    return readModelFile(JSON.stringify(content), 'model');
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    const [, place, problem] = /^model: (?:([\w.[\]-]+): )?(.*)$/s.exec(error.message)!;
    const inner = (place?.match(/[\w-]+/g) ?? []).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    return yaml.report([...whose(inner), ...inner], problem);
  }
}

/** A setting is the lesson's model with some of its parts replaced, parameters one by one. */
function readSettings(yaml: YamlFile, piece: Piece, model: Piece): Record<string, Setting> {
  const base = model.content as Record<string, object>;
  return Object.fromEntries(
    yaml.entries(piece).flatMap((setting) => {
      const { updates, rate, drop, ...parts } = yaml.members(setting, settingKeys);
      const given = Object.fromEntries(
        Object.entries(parts).flatMap(([key, { content }]) =>
          content === undefined ? [] : [[key, content as object]],
        ),
      );
      const changed = { ...base, ...given, parameters: { ...base.parameters, ...given.parameters } };
      const whose = ([key]: Path): Path => (key !== undefined && key in given ? setting.path : model.path);
      const read = readModel(yaml, { path: setting.path, content: changed }, whose);
      const times = isMissing(updates) ? 0 : (yaml.number(updates, 'a whole number of updates', isCount) ?? 0);
      return read
        ? [[String(setting.path.at(-1)), { model: read, updates: times, ...learning(yaml, rate, drop) }]]
        : [];
    }),
  );
}

/** How the updates of a setting differ from the lesson's. */
function learning(yaml: YamlFile, rate: Piece, drop: Piece): Partial<Setting> {
  const other = isMissing(rate) ? undefined : yaml.number(rate, 'a learning rate above 0', isPositive);
  return {
    ...(other === undefined ? {} : { rate: other }),
    ...(isMissing(drop) ? {} : { drop: readDrop(yaml, drop) }),
  };
}
