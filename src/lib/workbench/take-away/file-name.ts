/** `lstm-forward_forget-gate_t2`, "Gates over time" and SVG make `lstm-forward_forget-gate_t2_gates-over-time.svg`. */
export const fileName = (stem: string, thing: string, format: string): string =>
  `${[stem, thing].map(asPart).join('_')}.${format.toLowerCase()}`;

/** What every file system takes, in any language. */
const asPart = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
