import { defineDiagram, type Place, type Point, type Spot } from '../diagram.ts';
import { equations } from './definition.ts';

/** The three floors of a gate's column: weighted sum, its numbers, the gate. */
const preactivation = (x: number): Place => ({
  at: [x + 17, 284],
  width: 122,
  chip: [x, 246],
  label: [x + 43, 251, 'start'],
  narrow: true,
});

const gate = (x: number): Place => ({
  at: [x, 208.5],
  chip: [x, 172],
  label: [x + 6, 144, 'start'],
  name: [x + 21, 206, 'start'],
  badge: [x + 46, 163],
});

const card = (x: number): { at: Point; size: Point } => ({ at: [x - 46, 148], size: [126, 156] });
const fromInput = (x: number): Point[] => [
  [89, 246],
  [89, 316],
  [x - 12, 316],
];
const fromPast = (x: number): Point[] => [[x + 12, 330]];
const besideGate = (x: number): Spot => [x + 22, 206, 'start'];

export const diagram = defineDiagram(equations, {
  size: [776, 350],
  rows: [39, 94, 172, 246, 330],
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
    candidate: { ...gate(398), name: [422, 206, 'start'] },
    'cell.kept': { at: [138, 39], chip: [236, 39], label: [236, 12, 'middle'], spelled: true },
    'cell.written': { at: [333, 130], chip: [333, 94], label: [381, 99, 'start'], spelled: true },
    'cell.state': { at: [333, 39], chip: [486, 39], label: [486, 12, 'middle'] },
    'output.preactivation': preactivation(528),
    'output.gate': gate(528),
    'cell.squashed': { at: [638, 172], chip: [710, 172], label: [710, 146, 'middle'], spelled: true },
    'hidden.state': { at: [710, 208.5], chip: [710, 246], label: [664, 251, 'end'] },
  },
  sources: {
    'previous cell.state': { chip: [44, 39], label: [44, 12, 'middle'] },
    input: { chip: [44, 246], label: [44, 221, 'middle'] },
    'previous hidden.state': { chip: [44, 330], label: [44, 306, 'middle'] },
  },
  routes: {
    'input.gate > cell.written': [[268, 130]],
    'candidate > cell.written': [[398, 130]],
    'cell.state > cell.squashed': [[638, 39]],
    'output.gate > hidden.state': [
      [528, 130],
      [611, 130],
      [611, 208.5],
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
      [710, 284.5],
      [766, 284.5],
      [766, 132],
    ],
  },
  forks: { 'cell.state': [638, 39], 'hidden.state': [710, 284.5] },
  exits: { 'hidden.state > next': [770, 345, 'end'] },
  factors: {
    'forget.gate > cell.kept': [145, 100, 'start'],
    'input.gate > cell.written': [262, 143, 'end'],
    'candidate > cell.written': [405, 124, 'start'],
    'cell.state > cell.squashed': [627, 125, 'end'],
    'cell.squashed > hidden.state': [729, 213, 'start'],
    'output.gate > hidden.state': [620, 203, 'start'],
    'forget.preactivation > forget.gate': besideGate(138),
    'input.preactivation > input.gate': besideGate(268),
    'candidate.preactivation > candidate': [422, 212, 'start'],
    'output.preactivation > output.gate': besideGate(528),
  },
  shares: {
    'cell.state > next': { chip: [716, 39], label: [716, 12, 'middle'] },
    'cell.state > cell.squashed': { chip: [586, 88], label: [540, 93, 'end'], joins: [638, 88] },
  },
});
