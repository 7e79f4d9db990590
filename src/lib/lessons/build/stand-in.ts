import type { ModelFile } from '#lib/cells/model-file/model-file.ts';
import type { Scene } from '../document.ts';

/**
 * What a page stands on while the model or the scenes of its lesson cannot be read, so that it opens and shows why: the
 * smallest network there is.
 */
export const standIn: { readonly model: ModelFile; readonly scenes: readonly Scene[] } = {
  model: {
    cell: 'lstm',
    inputSize: 1,
    hiddenSize: 1,
    parameters: { weight_ih_l0: [[0], [0], [0], [0]], weight_hh_l0: [[0], [0], [0], [0]] },
    inputs: [[0]],
    initial: {},
    loss: { kind: 'mse', at: 'last', targets: [[0]] },
  },
  scenes: [{ id: 'stand-in', at: 'forward:hidden.state@1' }],
};
