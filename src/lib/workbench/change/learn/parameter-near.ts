import type { Graph } from '#lib/engine/equations.ts';

/** The parameter that has most to do with a value: itself, or the first that is met on the way to where it comes from. */
export function parameterNear({ values, parameters }: Graph, id: string): string {
  const queue = [id];
  // What is put in while it is walked through is walked through, too.
  for (const each of queue) {
    const value = values.get(each);
    if (value?.role === 'parameter') return each;
    const operands = value?.equation?.operands.filter(({ lag }) => lag === 0) ?? [];
    queue.push(...operands.map((operand) => operand.id).filter((operand) => !queue.includes(operand)));
  }
  return parameters[0].id;
}
