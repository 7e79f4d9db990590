/**
 * KaTeX's output with fewer elements and the same look: a lesson has hundreds of formulas, and what each of them brings
 * along without being seen is a third of the page. Runs when the site is built; what is taken out, `lean.css` puts back.
 */
export const lean = (html: string): string =>
  [withoutTex, withoutStruts, withoutEnds]
    .reduce((text, step) => step(text), html)
    .replace('<span class="katex">', '<span class="katex lean">');

/** The MathML without the copy of the TeX beside it, which nothing reads. */
const withoutTex = (html: string): string =>
  html
    .replace(/<annotation [^>]*>[^<]*<\/annotation>/g, '')
    .replace(/<semantics>(?:<mrow>(.*)<\/mrow>|(.*))<\/semantics>/gs, '$1$2');

/** Empty boxes that hold a line or a row open: how high they are is said by what they stand in. */
const withoutStruts = (html: string): string =>
  html
    .replace(
      /<span class="katex-base"><span class="katex-strut" style="height:([^;"]+);(?:vertical-align:([^;"]+);)?"><\/span>/g,
      (_, height: string, below = '0') => `<span class="katex-base" style="--strut:${height};--below:${below}">`,
    )
    .replace(
      /<span((?: class="[^"]*")?) style="([^"]*)"><span class="pstrut" style="height:([^;"]+);"><\/span>/g,
      '<span$1 style="$2--strut:$3">',
    );

/** What keeps Safari's baselines in place: text without width behind the first row, and a box in the second. */
const withoutEnds = (html: string): string =>
  html
    .replaceAll('<span class="vlist-s">\u200b</span>', '')
    .replace(/(<span class="vlist" style="height:[^"]*">)<span><\/span>/g, '$1');
