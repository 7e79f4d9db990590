/** How formulas are written: in the symbols of the course, of PyTorch's documentation, or of Keras. */
export const notations = ['course', 'pytorch', 'keras'] as const;
export type Notation = (typeof notations)[number];

export const isNotation = (text: string): text is Notation => (notations as readonly string[]).includes(text);

/** TeX, or a letter, per notation. What is missing is written as in the course. */
export type Written = Readonly<Partial<Record<Notation, string>> & { course: string }>;

export const writtenIn = (notation: Notation, written: Written): string => written[notation] ?? written.course;

/**
 * In Keras vectors are rows, and a matrix stands behind them: x W, where elsewhere it is W x. All that is written is the
 * other's transpose, so every product turns round, (W x)ᵀ = xᵀ Wᵀ, and every array is laid on its side.
 */
export const hasRowVectors = (notation: Notation): boolean => notation === 'keras';
