/** The same random cases in every run, unless SEED says otherwise: a red test should not turn green by itself. */
export const seed = Number(process.env.SEED ?? 1);
