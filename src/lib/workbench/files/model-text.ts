/** A model file's text as a reader hands it over, in a file or in a link. */
import type { ModelFile } from '#lib/cells/model-file/model-file.ts';
import { ModelFileError, readModelFile } from '#lib/cells/model-file/read.ts';

/** Every step is kept and can be looked at; of more than this the page would no longer answer at once. */
export const mostOf = { parameters: 20_000, timesteps: 256 } as const;

export interface Excess {
  readonly of: keyof typeof mostOf;
  readonly found: number;
}

/** What a model has too many of to be walked through in a page. */
export function excessOf({ parameters, readout, inputs }: ModelFile): Excess | undefined {
  const arrays = [...Object.values(parameters), readout?.weight, readout?.bias];
  const found = { parameters: arrays.flatMap((array) => array?.flat() ?? []).length, timesteps: inputs.length };
  const of = (Object.keys(mostOf) as Excess['of'][]).find((name) => found[name] > mostOf[name]);
  return of && { of, found: found[of] };
}

/** @throws ModelFileError for what is no model, or too much of one */
export function readModelText(text: string, file = 'model'): ModelFile {
  const model = readModelFile(text, file);
  const excess = excessOf(model);
  if (excess)
    throw new ModelFileError(`${file}: expected at most ${mostOf[excess.of]} ${excess.of}, found ${excess.found}`);
  return model;
}

/** The same without an explanation: undefined for what cannot be read. */
export function tryModelText(text: string): ModelFile | undefined {
  try {
    return readModelText(text);
  } catch (error) {
    if (error instanceof ModelFileError) return undefined;
    throw error;
  }
}

/** Without what only the eye needs: the text goes into the link. To be asked of a model's text only, in which no word has a space. */
export const shortModelText = (text: string): string => text.replace(/[\uFEFF \t\r\n]+/g, '');
