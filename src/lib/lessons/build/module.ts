import type { Inline, LessonDocument } from '../document.ts';

/**
 * The module of a document. Its pictures become imports, so that the bundler finds them and their addresses are right
 * wherever the site lives.
 */
export function moduleOf(document: LessonDocument): string {
  const pictures: string[] = [];
  const isPicture = (value: unknown): value is Extract<Inline, { type: 'image' }> =>
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'image' && 'src' in value;
  const json = JSON.stringify(document, (_, value: unknown) => {
    if (!isPicture(value) || value.src.startsWith('\0')) return value;
    if (!pictures.includes(value.src)) pictures.push(value.src);
    return { ...value, src: `\0${pictures.indexOf(value.src)}` };
  });
  const imports = pictures.map((src, k) => `import picture${k} from ${JSON.stringify(`./${src}?url`)};\n`);
  return `${imports.join('')}export default ${json.replace(/"\\u0000(\d+)"/g, 'picture$1')};\n`;
}
