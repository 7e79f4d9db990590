/** TeX to HTML without a page: what stands here also runs in the build, where no stylesheet can be imported. */
import katex from 'katex';
import { lean } from './lean.ts';

/** One policy for all TeX: nothing is passed over, nothing may reach out of the formula. */
const strictly = { throwOnError: true, strict: 'error', trust: false } as const;

export type Typeset = { readonly html: string } | { readonly problem: string; readonly offset: number | undefined };

/** HTML with MathML beside it, or what is wrong with the TeX and at which of its characters. Never throws for TeX. */
export function typeset(tex: string, displayMode: boolean): Typeset {
  try {
    return { html: lean(katex.renderToString(tex, { displayMode, ...strictly })) };
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    const { rawMessage, position } = error as unknown as { rawMessage: string; position?: number };
    return { problem: rawMessage, offset: position };
  }
}

/**
 * A symbol in a line, without MathML: the numbers under it change, so a sentence beside the formula says it all.
 * @throws for TeX that does not compile
 */
export const typesetSymbol = (tex: string): string => lean(katex.renderToString(tex, { output: 'html', ...strictly }));
