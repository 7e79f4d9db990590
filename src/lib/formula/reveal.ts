/** How much of a formula is shown: symbols, then the numbers put in, then the result. */
export const reveals = ['symbols', 'numbers', 'result'] as const;
export type Reveal = (typeof reveals)[number];

export const isReveal = (text: string): text is Reveal => (reveals as readonly string[]).includes(text);
