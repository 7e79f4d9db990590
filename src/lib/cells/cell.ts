/** What a cell is: its equations, what each of its values is called, and how libraries pack its parameters. */
import type { CellEquations, States } from '#lib/engine/sequence-model.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { Diagram } from './diagram.ts';
import type { Written } from './notation.ts';

export type Text = Readonly<Record<Language, string>>;

/** Colours and patterns of quantities; the literals stand in `app.css`. */
export type Slot = 'forget' | 'input' | 'candidate' | 'output' | 'cell' | 'hidden' | 'data' | 'neutral';

/** One of a cell's values, as people meet it. */
export interface Quantity {
  readonly name: Text;
  /** TeX, with `@` where the timestep goes: `f_{@}`. */
  readonly symbol: Written;
  /** One or two letters that name it where colour is not enough. */
  readonly badge?: Written;
  readonly slot: Slot;
  /** Gates and other fractions, 0…1, are shown without a sign. */
  readonly fraction?: boolean;
  /** Never negative, but with no upper end, as a loss: without a sign too. */
  readonly unsigned?: boolean;
  /**
   * In which pass a folded formula replaces it by its right-hand side: an intermediate in both, a pre-activation forward
   * (a gate is σ of its weighted sum), a gate backward (what a student looks for is ∂L/∂a, straight from ∂L/∂C).
   */
  readonly folds?: 'forward' | 'backward' | 'both';
}

/** What a parameter's letter stands for: `f` for the forget gate. */
export interface Letter {
  readonly name: Text;
  /** TeX of the subscript. */
  readonly subscript: Written;
  readonly slot: Slot;
}

/** A library keeps one array for W and one for U, in it blocks of H units, one per gate, in this order of letters. */
export interface Packing {
  readonly blocks: readonly string[];
}

type OwnIds<Ids extends string> = Exclude<Ids, 'input'>;

export interface Cell<S extends States = States, Ids extends string = string> extends CellEquations<S, Ids> {
  readonly id: string;
  readonly name: Text;
  readonly quantities: Readonly<Record<OwnIds<Ids>, Quantity>>;
  readonly letters: Readonly<Record<string, Letter>>;
  /** Left out: the library does not have the cell. */
  /** With what the cell is called in `torch.nn`. */
  readonly torch?: Packing & { readonly module: string };
  readonly keras?: Packing;
  /** Where everything stands in its drawing. */
  readonly diagram: Diagram<OwnIds<Ids>>;
}

/** Only there to let the compiler find the names in the equations. */
export const defineEquations = <const S extends States, Ids extends string>(equations: CellEquations<S, Ids>) =>
  equations;

/** Joins equations with the rest; a value without a name here, or a name without a value, does not compile. */
export const defineCell = <S extends States, Ids extends string>(
  equations: CellEquations<S, Ids>,
  rest: Omit<Cell<S, NoInfer<Ids>>, keyof CellEquations>,
): Cell<S, Ids> => ({ ...equations, ...rest });
