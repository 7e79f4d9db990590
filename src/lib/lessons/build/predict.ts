/** The words of a question: the prompt, then `::option[…]{#id}`, `::mistake{#id}`, `::right`, `::wrong`, each with its feedback. */
import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Question } from '#lib/exercises/question.ts';
import type { Block, Inlines, Predict } from '../document.ts';
import { blocksOf } from './blocks.ts';
import type { Conversion } from './conversion.ts';
import { shapeOf } from './directive-names.ts';
import { checkedName, idOf } from './directives.ts';
import { inlinesOf } from './inlines.ts';
import { unknownName } from './mistake.ts';

/** A leaf and the blocks behind it, up to the next one. */
interface Part {
  readonly leaf: LeafDirective;
  readonly blocks: readonly RootContent[];
}

export function predictOf(work: Conversion, node: ContainerDirective): Block | undefined {
  const { questions } = work.yaml;
  const ids = questions.map(({ id }) => id);
  const id = idOf(work, node, 'question', ids);
  if (id === undefined) return undefined;
  const { prompt, parts } = partsOf(node);
  const question = questions.find((each) => each.id === id)!;
  const options: { id: string; inlines: Inlines }[] = [];
  const feedback: Record<string, Block[]> = {};
  const words = blocksOf(work, prompt);
  if (words.length === 0) work.report(node, `question “${id}” has no text: write it on the lines below`);
  for (const { leaf, blocks } of parts) {
    const key = keyOf(work, leaf, question);
    const answer = blocksOf(work, blocks);
    if (key === undefined) continue;
    if (Object.hasOwn(feedback, key)) work.report(leaf, `“${key}” is taken already`);
    if (answer.length === 0) work.report(leaf, `“${key}” has no feedback: write it on the lines below`);
    feedback[key] = answer;
    if (leaf.name === 'option') options.push({ id: key, inlines: inlinesOf(work, leaf.children) });
  }
  // One that is misspelt is reported already.
  if (Object.keys(feedback).length === parts.length) reportMissing(work, node, question, feedback);
  return { type: 'predict', id, prompt: words, options, feedback } satisfies Predict;
}

const isPart = (node: RootContent): node is LeafDirective =>
  node.type === 'leafDirective' && ['option', 'mistake', 'right', 'wrong'].includes(node.name);

function partsOf({ children }: ContainerDirective): { prompt: RootContent[]; parts: Part[] } {
  const prompt: RootContent[] = [];
  const parts: { leaf: LeafDirective; blocks: RootContent[] }[] = [];
  for (const node of children as RootContent[]) {
    if (isPart(node)) parts.push({ leaf: node, blocks: [] });
    else (parts.at(-1)?.blocks ?? prompt).push(node);
  }
  return { prompt, parts };
}

/** What its parts are called: the ids of a choice's options; of a number's mistakes, and `right` and `wrong`. */
function wantedKeys(question: Question): { leaf: string; id: string }[] {
  if (question.kind === 'choice') return question.options.map(({ id }) => ({ leaf: 'option', id }));
  const plain = ['right', 'wrong'].map((id) => ({ leaf: id, id }));
  return [...question.mistakes.map(({ id }) => ({ leaf: 'mistake', id })), ...plain];
}

function keyOf(work: Conversion, leaf: LeafDirective, question: Question): string | undefined {
  const name = checkedName(work, leaf);
  if (!name) return undefined;
  const wanted = wantedKeys(question).filter((key) => key.leaf === name);
  if (wanted.length === 0) return void work.report(leaf, `a question of kind ${question.kind} has no ::${name}`);
  if (!shapeOf(name).attributes.includes('id')) return name;
  const id = leaf.attributes?.id;
  if (!id) return void work.report(leaf, `${name} needs an id: {#…}`);
  const ids = wanted.map((key) => key.id);
  if (ids.includes(id)) return id;
  return void work.report(work.prose.find(leaf, `#${id}`), `${unknownName(name, id, ids)} in lesson.yaml`);
}

function reportMissing(
  work: Conversion,
  node: ContainerDirective,
  question: Question,
  feedback: Readonly<Record<string, unknown>>,
): void {
  for (const { leaf, id } of wantedKeys(question)) {
    const how = leaf === id ? `::${leaf}` : `::${leaf}${leaf === 'option' ? '[…]' : ''}{#${id}}`;
    if (!Object.hasOwn(feedback, id)) work.report(node, `question “${question.id}” has no ${how}`);
  }
}
