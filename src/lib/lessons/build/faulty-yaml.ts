import type { FaultyLesson } from './edited-lesson.ts';

/** Mistakes in lesson.yaml, and what is said about them. */
export const faultyYaml: readonly FaultyLesson[] = [
  [
    'an unknown step',
    [['lesson.yaml', 'forward:forget.gate@2', 'forward:forgt.gate@2']],
    ['lesson.yaml:37:19: scenes[1].at: no step “forward:forgt.gate@2” (nearest: forward:forget.gate@2)'],
  ],
  [
    'a step at a timestep that is not there',
    [['lesson.yaml', 'forward:forget.gate@2', 'forward:forget.gate@9']],
    [
      'lesson.yaml:37:19: scenes[1].at: no step “forward:forget.gate@9” (there are: forward:forget.gate@1, forward:forget.gate@2, forward:forget.gate@3, forward:forget.gate@4)',
    ],
  ],
  [
    'a step of one unit',
    [['lesson.yaml', 'forward:forget.gate@2', 'forward:forget.gate@2[0]']],
    ['lesson.yaml:37:19: scenes[1].at: a step is of all units: write forward:forget.gate@2, and the unit as unit'],
  ],
  [
    'a cursor without its pass',
    [['lesson.yaml', 'forward:forget.gate@2', 'forget.gate@2']],
    ['lesson.yaml:37:19: scenes[1].at: no step “forget.gate@2” (nearest: forward:forget.gate@2)'],
  ],
  [
    'a scene without prose',
    [['lesson.yaml', 'questions:', "  - { id: ending, at: 'forward:loss' }\nquestions:"]],
    ['lesson.yaml:39:5: scenes[3]: scene “ending” is in no language'],
  ],
  [
    'a question without an answer',
    [['lesson.yaml', '    answer: forget.gate@2[0]\n    options:', '    options:']],
    ['lesson.yaml:40:5: questions[0].answer: expected the address of the answer, found nothing'],
  ],
  [
    'a question whose answer is no number',
    [['lesson.yaml', '    answer: forget.gate@2[0]\n    options:', '    answer: forget.gate@2\n    options:']],
    ['lesson.yaml:42:5: questions[0].answer: forget.gate@2: these are 2 numbers, name one: forget.gate@2[0]'],
  ],
  [
    'a question for a number whose answer is no number',
    [['lesson.yaml', 'kind: number\n    answer: forget.gate@2[0]', 'kind: number\n    answer: forget.gate@2']],
    ['lesson.yaml:48:5: questions[1].answer: forget.gate@2: these are 2 numbers, name one: forget.gate@2[0]'],
  ],
  [
    'a question whose answer is a list, if of one number',
    [['lesson.yaml', 'kind: number\n    answer: forget.gate@2[0]', 'kind: number\n    answer: output@2']],
    ['lesson.yaml:48:5: questions[1].answer: output@2: this is a list of 1 number, name it: output@2[0]'],
  ],
  [
    'a question with two right options',
    [['lesson.yaml', 'below: 0.5', 'above: 0.2']],
    [
      'lesson.yaml:42:5: questions[0].answer: expected one right option, found kept, forgotten, where the answer is 0.8334146063537974',
    ],
  ],
  [
    'a question without a right option',
    [['lesson.yaml', 'above: 0.5', 'above: 0.9']],
    [
      'lesson.yaml:42:5: questions[0].answer: expected one right option, found none, where the answer is 0.8334146063537974',
    ],
  ],
  [
    'a question without words',
    [['lesson.yaml', '  - id: gate\n', "  - { id: third, kind: number, answer: 'loss' }\n  - id: gate\n"]],
    ['lesson.yaml:46:5: questions[1]: question “third” is in no language'],
  ],
  [
    'an unknown key',
    [['lesson.yaml', 'minutes:', 'minute:']],
    [
      'lesson.yaml:1:1: unknown key “minute” (nearest: minutes)',
      'lesson.yaml:1:1: minutes: expected a number of minutes, such as 12, found nothing',
    ],
  ],
  [
    'an unknown key of a scene',
    [['lesson.yaml', 'reveal: result', 'revel: result']],
    ['lesson.yaml:37:73: unknown key “revel” (nearest: reveal)'],
  ],
  [
    'a value of the wrong type',
    [['lesson.yaml', 'minutes: 12', 'minutes: twelve']],
    ['lesson.yaml:1:1: minutes: expected a number of minutes, such as 12, found “twelve”'],
  ],
  [
    'a word that is none of the allowed ones',
    [['lesson.yaml', 'zoom: equation', 'zoom: equations']],
    [
      'lesson.yaml:37:48: scenes[1].zoom: expected one of timestep, equation, operation, element (nearest: equation), found “equations”',
    ],
  ],
  [
    'YAML that does not parse',
    [['lesson.yaml', 'needs: []', 'needs: [']],
    [
      'lesson.yaml:4:1: YAML: Flow sequence in block collection must be sufficiently indented and end with a ]: a bracket opened above is not closed',
    ],
  ],
  [
    'YAML indented too far',
    [['lesson.yaml', '  hiddenSize', '   hiddenSize']],
    ['lesson.yaml:6:14: YAML: Nested mappings are not allowed in compact mappings: the next line is indented too far'],
  ],
  [
    'a key without a space behind its colon',
    [['lesson.yaml', '- id: keeps', '- id:keeps']],
    ['lesson.yaml:40:5: YAML: Implicit keys need to be on a single line: a key is followed by a colon and a space'],
  ],
  [
    'an entry of a list without its hyphen',
    [['lesson.yaml', '      - [0, -4]', '        [0, -4]']],
    [
      'lesson.yaml:11:9: YAML: Sequence item without - indicator: write “- ” before this line, or indent it like the lines it belongs to',
    ],
  ],
  [
    'an entry of a list indented otherwise',
    [['lesson.yaml', '      - [0, -4]', '     - [0, -4]']],
    [
      'lesson.yaml:11:6: YAML: A block sequence may not be used as an implicit map key: the lines of a list are indented alike, and each begins with “- ”',
    ],
  ],
  [
    'a quote that is not closed',
    [['lesson.yaml', "'forward:forget.gate@2'", "'forward:forget.gate@2"]],
    ["lesson.yaml:37:23: YAML: Missing closing 'quote: it is opened here"],
  ],
  [
    'two entries without a comma',
    [['lesson.yaml', 'id: forget, at', 'id: forget at']],
    [
      'lesson.yaml:37:11: YAML: Block collections are not allowed within flow collections: between two entries stands a comma, and text with a colon and a space between quotes',
    ],
  ],
  [
    'a tab',
    [['lesson.yaml', '  cell:', '\tcell:']],
    ['lesson.yaml:5:1: YAML: Tabs are not allowed as indentation: write spaces'],
  ],
  [
    'text that begins with an asterisk',
    [['lesson.yaml', 'needs: []', 'needs: [*looking-back]']],
    ['lesson.yaml:3:9: YAML: “*looking-back” names nothing: put the text between quotes'],
  ],
  [
    'a key twice',
    [['lesson.yaml', 'needs: []', 'needs: []\nminutes: 13']],
    ['lesson.yaml:4:1: YAML: Map keys must be unique'],
  ],
  [
    'a model that does not fit together',
    [['lesson.yaml', 'bias_ih_l0: [2, 2,', 'bias_ih_l0: [2,']],
    ['lesson.yaml:27:5: model.parameters.bias_ih_l0: expected 8 numbers (4·hiddenSize), found 7'],
  ],
  [
    'inputs that are no rows',
    [['lesson.yaml', 'inputs: [[1, 0], [0, 1], [-1, 0], [0, 1]]', 'inputs: [1, 0, 0]']],
    ['lesson.yaml:28:12: model.inputs[0]: expected a list of 2 numbers (inputSize), found 1'],
  ],
  [
    'parameters of a second layer',
    [['lesson.yaml', 'bias_ih_l0', 'bias_ih_l1']],
    ['lesson.yaml:27:5: model.parameters.bias_ih_l1: expected one layer, one direction, found bias_ih_l1'],
  ],
  [
    'no model',
    [['lesson.yaml', 'model:', 'modell:']],
    [
      'lesson.yaml:1:1: model: expected a model, at whose steps the scenes stand, found nothing',
      'lesson.yaml:4:1: unknown key “modell” (nearest: model)',
    ],
  ],
  [
    'a setting that does not fit together',
    [['lesson.yaml', 'inputs: [[-1, 0], [0, 1], [1, 0], [0, 1]]', 'inputs: [[-1, 0], [0], [1, 0], [0, 1]]']],
    ['lesson.yaml:33:33: settings.mirrored.inputs[1]: expected 2 numbers (inputSize), found 1'],
  ],
  [
    'a scene of an unknown setting',
    [['lesson.yaml', 'setting: mirrored', 'setting: mirorred']],
    ['lesson.yaml:38:47: scenes[2].setting: unknown setting “mirorred” (nearest: mirrored)'],
  ],
  [
    'a unit of a scene out of range',
    [['lesson.yaml', 'unit: 0', 'unit: 2']],
    ['lesson.yaml:37:64: scenes[1].unit: expected a unit from 0 to 1, found 2'],
  ],
  [
    'two scenes of one id in lesson.yaml',
    [['lesson.yaml', 'id: mirror', 'id: forget']],
    ['lesson.yaml:38:7: scenes[2].id: “forget” is taken already'],
  ],
  [
    'a lesson that needs an unknown one',
    [['lesson.yaml', 'needs: []', 'needs: [loking-back]']],
    ['lesson.yaml:3:9: needs[0]: unknown lesson “loking-back” (nearest: looking-back)'],
  ],
];
