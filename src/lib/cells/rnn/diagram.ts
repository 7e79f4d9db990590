import { defineDiagram } from '../diagram.ts';
import { equations } from './definition.ts';

export const diagram = defineDiagram(equations, {
  size: [776, 196],
  rows: [92, 168],
  belts: [{ slot: 'hidden', from: 70, to: 114 }],
  cards: [],
  nodes: {
    'hidden.preactivation': { at: [218, 92], width: 126, chip: [356, 92], label: [356, 65, 'middle'] },
    'hidden.state': { at: [468, 92], chip: [572, 92], label: [572, 65, 'middle'] },
  },
  sources: {
    'previous hidden.state': { chip: [44, 92], label: [44, 65, 'middle'] },
    input: { chip: [44, 168], label: [44, 142, 'middle'] },
  },
  routes: {
    'input > hidden.preactivation': [[218, 168]],
    'hidden.state > next': [[776, 92]],
    'hidden.state > readout': [
      [704, 92],
      [704, 124],
    ],
  },
  forks: { 'hidden.state': [704, 92] },
  exits: { 'hidden.state > next': [774, 65, 'end'] },
  factors: { 'hidden.preactivation > hidden.state': [468, 65, 'middle'] },
});
