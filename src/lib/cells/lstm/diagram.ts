import { defineDiagram, type Place, type Point, type Spot } from '../diagram.ts';
import { equations } from './definition.ts';

/** The three floors of a gate's column: weighted sum, its numbers, the gate. */
const preactivation = (x: number): Place => ({
  at: [x + 17, 292],
  width: 122,
  chip: [x, 254],
  label: [x + 43, 259, 'start'],
  narrow: true,
});

const gate = (x: number): Place => ({
  at: [x, 216.5],
  chip: [x, 180],
  label: [x + 6, 152, 'start'],
  name: [x + 21, 214, 'start'],
  badge: [x + 46, 171],
});

const card = (x: number): { at: Point; size: Point } => ({ at: [x - 46, 156], size: [126, 150] });
const fromInput = (x: number): Point[] => [
  [89, 254],
  [89, 317],
  [x - 12, 317],
];
const fromPast = (x: number): Point[] => [[x + 12, 330]];
const besideGate = (x: number): Spot => [x + 22, 214, 'start'];

export const diagram = defineDiagram(equations, {
  size: [776, 350],
  rows: [39, 96, 180, 254, 330],
  belts: [
    { slot: 'cell', from: 17, to: 61 },
    { slot: 'hidden', from: 308, to: 348 },
  ],
  cards: [
    { slot: 'forget', ...card(138) },
    { slot: 'input', ...card(268) },
    { slot: 'candidate', ...card(398) },
    { slot: 'output', ...card(528) },
  ],
  nodes: {
    'forget.preactivation': preactivation(138),
    'forget.gate': gate(138),
    'input.preactivation': preactivation(268),
    'input.gate': gate(268),
    'candidate.preactivation': preactivation(398),
    candidate: { ...gate(398), name: [422, 214, 'start'] },
    'cell.kept': { at: [138, 39], chip: [236, 39], label: [236, 12, 'middle'], spelled: true },
    'cell.written': { at: [333, 137], chip: [333, 96], label: [381, 101, 'start'], spelled: true },
    'cell.state': { at: [333, 39], chip: [486, 39], label: [486, 12, 'middle'] },
    'output.preactivation': preactivation(528),
    'output.gate': gate(528),
    'cell.squashed': { at: [638, 180], chip: [710, 180], label: [710, 155, 'middle'], spelled: true },
    'hidden.state': { at: [710, 216.5], chip: [710, 254], label: [664, 259, 'end'] },
  },
  sources: {
    'previous cell.state': { chip: [44, 39], label: [44, 12, 'middle'] },
    input: { chip: [44, 254], label: [44, 229, 'middle'] },
    'previous hidden.state': { chip: [44, 330], label: [44, 306, 'middle'] },
  },
  routes: {
    'input.gate > cell.written': [[268, 137]],
    'candidate > cell.written': [[398, 137]],
    'cell.state > cell.squashed': [[638, 39]],
    'output.gate > hidden.state': [
      [528, 137],
      [611, 137],
      [611, 216.5],
    ],
    'input > forget.preactivation': fromInput(138),
    'input > input.preactivation': fromInput(268),
    'input > candidate.preactivation': fromInput(398),
    'input > output.preactivation': fromInput(528),
    'previous hidden.state > forget.preactivation': fromPast(138),
    'previous hidden.state > input.preactivation': fromPast(268),
    'previous hidden.state > candidate.preactivation': fromPast(398),
    'previous hidden.state > output.preactivation': fromPast(528),
    'cell.state > next': [[776, 39]],
    'hidden.state > next': [
      [710, 330],
      [776, 330],
    ],
    'hidden.state > readout': [
      [710, 292.5],
      [766, 292.5],
      [766, 136],
    ],
  },
  forks: { 'cell.state': [638, 39], 'hidden.state': [710, 292.5] },
  exits: { 'hidden.state > next': [770, 345, 'end'] },
  factors: {
    'forget.gate > cell.kept': [145, 103, 'start'],
    'input.gate > cell.written': [262, 151, 'end'],
    'candidate > cell.written': [405, 131, 'start'],
    'cell.state > cell.squashed': [627, 129, 'end'],
    'cell.squashed > hidden.state': [729, 221, 'start'],
    'output.gate > hidden.state': [620, 211, 'start'],
    'forget.preactivation > forget.gate': besideGate(138),
    'input.preactivation > input.gate': besideGate(268),
    'candidate.preactivation > candidate': [422, 220, 'start'],
    'output.preactivation > output.gate': besideGate(528),
  },
  shares: {
    'cell.state > next': { chip: [716, 39], label: [716, 12, 'middle'] },
    'cell.state > cell.squashed': { chip: [586, 90], label: [540, 95, 'end'], joins: [638, 90] },
  },
});
