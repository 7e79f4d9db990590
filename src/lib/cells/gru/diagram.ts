import { defineDiagram, type Point } from '../diagram.ts';
import { equations } from './definition.ts';

const fromInput = (x: number): Point[] => [
  [44, 332],
  [x, 332],
];
const fromPast = (x: number): Point[] => [
  [90, 42],
  [90, 348],
  [x, 348],
];

export const diagram = defineDiagram(equations, {
  size: [776, 360],
  rows: [42, 110, 146, 188, 262],
  belts: [{ slot: 'hidden', from: 20, to: 64 }],
  cards: [
    { slot: 'forget', at: [98, 164], size: [128, 156] },
    { slot: 'input', at: [232, 164], size: [128, 156] },
    { slot: 'candidate', at: [366, 164], size: [408, 156] },
  ],
  nodes: {
    'reset.preactivation': {
      at: [296, 300],
      width: 122,
      chip: [316, 262],
      label: [238, 267, 'start'],
      narrow: true,
    },
    'reset.gate': {
      at: [316, 224.5],
      chip: [316, 188],
      label: [250, 160, 'start'],
      name: [238, 222, 'start'],
      badge: [238, 179],
    },
    'update.preactivation': {
      at: [162, 300],
      width: 122,
      chip: [142, 262],
      label: [185, 267, 'start'],
      narrow: true,
    },
    'update.gate': {
      at: [142, 224.5],
      chip: [142, 188],
      label: [159, 160, 'start'],
      name: [163, 222, 'start'],
      badge: [188, 179],
    },
    'candidate.input': { at: [512, 300], width: 84, chip: [512, 262], label: [558, 267, 'start'] },
    'candidate.recurrent': {
      at: [420, 300],
      width: 84,
      chip: [420, 262],
      label: [438, 238, 'start'],
    },
    'candidate.reset': { at: [420, 224.5], chip: [420, 188], label: [464, 216, 'start'] },
    'candidate.preactivation': { at: [512, 188], chip: [586, 188], label: [586, 222, 'middle'] },
    candidate: {
      at: [656, 188],
      chip: [731, 188],
      label: [725, 160, 'end'],
      name: [731, 249, 'middle'],
      badge: [718, 215],
    },
    'update.complement': { at: [226, 146], chip: [340, 146], label: [340, 121, 'middle'], spelled: true },
    'hidden.written': { at: [444, 146], chip: [444, 110], label: [492, 115, 'start'], spelled: true },
    'hidden.kept': { at: [142, 42], chip: [276, 42], label: [276, 14, 'middle'], spelled: true },
    'hidden.state': { at: [444, 42], chip: [590, 42], label: [590, 14, 'middle'] },
  },
  sources: {
    'previous hidden.state': { chip: [44, 42], label: [44, 14, 'middle'] },
    input: { chip: [44, 262], label: [44, 237, 'middle'] },
  },
  routes: {
    'input > reset.preactivation': fromInput(284),
    'previous hidden.state > reset.preactivation': fromPast(308),
    'input > update.preactivation': fromInput(150),
    'previous hidden.state > update.preactivation': fromPast(174),
    'input > candidate.input': fromInput(512),
    'previous hidden.state > candidate.recurrent': fromPast(420),
    'reset.gate > candidate.reset': [
      [371, 188],
      [371, 224.5],
    ],
    'update.gate > update.complement': [[142, 146]],
    'candidate > hidden.written': [[731, 146]],
    'hidden.state > next': [[776, 42]],
    'hidden.state > readout': [
      [704, 42],
      [704, 70],
    ],
  },
  forks: { 'hidden.state': [704, 42], 'update.gate': [142, 146], 'previous hidden.state': [90, 42] },
  exits: { 'hidden.state > next': [774, 14, 'end'] },
  factors: {
    'reset.preactivation > reset.gate': [238, 222, 'start'],
    'update.preactivation > update.gate': [163, 222, 'start'],
    'candidate.preactivation > candidate': [656, 222, 'middle'],
    'reset.gate > candidate.reset': [375, 218, 'start'],
    'candidate.recurrent > candidate.reset': [402, 240, 'end'],
    'candidate > hidden.written': [560, 140, 'start'],
    'update.complement > hidden.written': [385, 140, 'start'],
    'update.gate > hidden.kept': [149, 116, 'start'],
    'update.gate > update.complement': [160, 139, 'start'],
  },
});
