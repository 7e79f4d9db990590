/** TeX to HTML without a page: what stands here also runs in the build, where no stylesheet can be imported. */
import katex from 'katex';

export type Typeset = { readonly html: string } | { readonly problem: string; readonly offset: number | undefined };

/** HTML with MathML beside it, or what is wrong with the TeX and at which of its characters. Never throws for TeX. */
export function typeset(tex: string, displayMode: boolean): Typeset {
  try {
    return { html: katex.renderToString(tex, { displayMode, throwOnError: true, strict: 'error', trust: false }) };
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    const { rawMessage, position } = error as unknown as { rawMessage: string; position?: number };
    return { problem: rawMessage, offset: position };
  }
}
