/**
 * JSON as a person would lay it out: one key, or one row of numbers, on a line. Numbers are written so that reading them
 * gives the same bits: `JSON.stringify` would lose the sign of a zero.
 */
export const jsonText = (content: object): string => `${textOf(content, '\n')}\n`;

function textOf(content: unknown, newLine: string): string {
  if (Object.is(content, -0)) return '-0';
  if (typeof content !== 'object' || content === null) return JSON.stringify(content);
  const inner = `${newLine}  `;
  if (Array.isArray(content)) {
    const items = content.map((item) => textOf(item, inner));
    const isRow = content.every((item) => typeof item !== 'object' || item === null);
    return isRow ? `[${items.join(', ')}]` : `[${inner}${items.join(`,${inner}`)}${newLine}]`;
  }
  const members = Object.entries(content).filter(([, member]) => member !== undefined);
  const lines = members.map(([key, member]) => `${JSON.stringify(key)}: ${textOf(member, inner)}`);
  return lines.length ? `{${inner}${lines.join(`,${inner}`)}${newLine}}` : '{}';
}
