import { defineDiagram, type Point } from '../diagram.ts';
import { equations } from './definition.ts';

const fromInput = (x: number): Point[] => [
  [44, 316],
  [x, 316],
];
const fromPast = (x: number): Point[] => [
  [90, 42],
  [90, 332],
  [x, 332],
];

export const diagram = defineDiagram(equations, {
  size: [776, 344],
  rows: [42, 94, 130, 172, 246],
  belts: [{ slot: 'hidden', from: 20, to: 64 }],
  cards: [
    { slot: 'forget', at: [98, 148], size: [128, 156] },
    { slot: 'input', at: [232, 148], size: [128, 156] },
    { slot: 'candidate', at: [366, 148], size: [408, 156] },
  ],
  nodes: {
    'reset.preactivation': {
      at: [296, 284],
      width: 122,
      chip: [316, 246],
      label: [238, 251, 'start'],
      narrow: true,
    },
    'reset.gate': {
      at: [316, 208.5],
      chip: [316, 172],
      label: [250, 144, 'start'],
      name: [238, 206, 'start'],
      badge: [238, 163],
    },
    'update.preactivation': {
      at: [162, 284],
      width: 122,
      chip: [142, 246],
      label: [185, 251, 'start'],
      narrow: true,
    },
    'update.gate': {
      at: [142, 208.5],
      chip: [142, 172],
      label: [159, 144, 'start'],
      name: [163, 206, 'start'],
      badge: [188, 163],
    },
    'candidate.input': { at: [512, 284], width: 84, chip: [512, 246], label: [558, 251, 'start'] },
    'candidate.recurrent': {
      at: [420, 284],
      width: 84,
      chip: [420, 246],
      label: [438, 222, 'start'],
    },
    'candidate.reset': { at: [420, 208.5], chip: [420, 172], label: [464, 200, 'start'] },
    'candidate.preactivation': { at: [512, 172], chip: [586, 172], label: [586, 206, 'middle'] },
    candidate: {
      at: [656, 172],
      chip: [731, 172],
      label: [725, 144, 'end'],
      name: [731, 233, 'middle'],
      badge: [718, 199],
    },
    'update.complement': { at: [226, 130], chip: [340, 130], label: [340, 105, 'middle'], spelled: true },
    'hidden.written': { at: [444, 130], chip: [444, 94], label: [492, 99, 'start'], spelled: true },
    'hidden.kept': { at: [142, 42], chip: [276, 42], label: [276, 14, 'middle'], spelled: true },
    'hidden.state': { at: [444, 42], chip: [590, 42], label: [590, 14, 'middle'] },
  },
  sources: {
    'previous hidden.state': { chip: [44, 42], label: [44, 14, 'middle'] },
    input: { chip: [44, 246], label: [44, 221, 'middle'] },
  },
  routes: {
    'input > reset.preactivation': fromInput(284),
    'previous hidden.state > reset.preactivation': fromPast(308),
    'input > update.preactivation': fromInput(150),
    'previous hidden.state > update.preactivation': fromPast(174),
    'input > candidate.input': fromInput(512),
    'previous hidden.state > candidate.recurrent': fromPast(420),
    'reset.gate > candidate.reset': [
      [371, 172],
      [371, 208.5],
    ],
    'update.gate > update.complement': [[142, 130]],
    'candidate > hidden.written': [[731, 130]],
    'hidden.state > next': [[776, 42]],
    'hidden.state > readout': [
      [680, 42],
      [680, 108],
      [776, 108],
    ],
  },
  forks: { 'hidden.state': [680, 42], 'update.gate': [142, 130], 'previous hidden.state': [90, 42] },
  exits: { 'hidden.state > readout': [774, 100, 'end'], 'hidden.state > next': [774, 58, 'end'] },
  factors: {
    'reset.preactivation > reset.gate': [238, 206, 'start'],
    'update.preactivation > update.gate': [163, 206, 'start'],
    'candidate.preactivation > candidate': [656, 206, 'middle'],
    'reset.gate > candidate.reset': [375, 202, 'start'],
    'candidate.recurrent > candidate.reset': [402, 224, 'end'],
    'candidate > hidden.written': [640, 124, 'start'],
    'update.complement > hidden.written': [385, 124, 'start'],
    'update.gate > hidden.kept': [149, 100, 'start'],
    'update.gate > update.complement': [160, 123, 'start'],
  },
});
