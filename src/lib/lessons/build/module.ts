import type { Inline, LessonDocument, LessonOnStage, LessonText } from '../document.ts';

/** Its two halves. */
export function halvesOf(document: LessonDocument): { readonly stage: LessonOnStage; readonly text: LessonText } {
  const { questions, sections, footnotes, contents, ...stage } = document;
  return { stage, text: { questions, sections, footnotes, contents } };
}

/**
 * The module of such a half. Its pictures become imports, so that the bundler finds them and their addresses are right
 * wherever the site lives.
 */
export function moduleOf(half: LessonOnStage | LessonText): string {
  const pictures: string[] = [];
  const isPicture = (value: unknown): value is Extract<Inline, { type: 'image' }> =>
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'image' && 'src' in value;
  const json = JSON.stringify(half, (_, value: unknown) => {
    if (!isPicture(value) || value.src.startsWith('\0')) return value;
    if (!pictures.includes(value.src)) pictures.push(value.src);
    return { ...value, src: `\0${pictures.indexOf(value.src)}` };
  });
  const imports = pictures.map((src, k) => `import picture${k} from ${JSON.stringify(`./${src}?url`)};\n`);
  return `${imports.join('')}export default ${json.replace(/"\\u0000(\d+)"/g, 'picture$1')};\n`;
}
