import type { FaultyLesson } from './edited-lesson.ts';

/** Mistakes in numbers, formulas and text, and between the languages of a lesson, and what is said about them. */
export const faultyProse: readonly FaultyLesson[] = [
  [
    'an unknown quantity',
    [['en.md', '{{forget.gate@3[0]}}', '{{forgt.gate@3[0]}}']],
    ['en.md:31:9: forgt.gate@3[0]: expected a quantity of this model (nearest: forget.gate), found forgt.gate'],
  ],
  [
    'a timestep out of range',
    [['en.md', '{{forget.gate@3[0]}}', '{{forget.gate@5[0]}}']],
    ['en.md:31:9: forget.gate@5[0]: expected a timestep from 1 to 4, found 5'],
  ],
  [
    'a unit out of range',
    [['en.md', '{{forget.gate@3[0]}}', '{{forget.gate@3[2]}}']],
    ['en.md:31:9: forget.gate@3[2]: expected a unit from 0 to 1, found 2'],
  ],
  [
    'an address that is none',
    [['en.md', '{{forget.gate@3[0]}}', '{{forget.gate@[0]}}']],
    ['en.md:31:21: expected a timestep (0, 1, 2 …), found “[0]”'],
  ],
  [
    'an address of many numbers',
    [['en.md', '{{forget.gate@3[0]}}', '{{forget.gate@3}}']],
    ['en.md:31:9: forget.gate@3: these are 2 numbers, name one: forget.gate@3[0]'],
  ],
  [
    'an unknown setting in an address',
    [['en.md', '{{learned/loss}}', '{{lerned/loss}}']],
    ['en.md:72:21: there is no setting lerned, only mirrored, learned'],
  ],
  [
    'an address in TeX',
    [['en.md', '\\val{input@1[0]}', '\\val{inputs@1[0]}']],
    ['en.md:13:38: inputs@1[0]: expected a quantity of this model (nearest: input), found inputs'],
  ],
  [
    'braces without their other half',
    [['en.md', '{{forget.gate@3[0]}}', '{{forget.gate@3[0]}']],
    ['en.md:31:7: “{{” stands alone: a number is written {{address}}'],
  ],
  [
    'a number with the braces of Chinese',
    [['zh.md', '{{=0.5}}', '｛｛=0.5｝｝']],
    ['zh.md:24:62: “｛｛=0.5｝｝” has full-width braces: write {{=0.5}}'],
  ],
  [
    'a number with one brace of Chinese',
    [['zh.md', '{{=0.5}}', '{｛=0.5}}']],
    ['zh.md:24:62: “{｛=0.5}}” has full-width braces: write {{=0.5}}'],
  ],
  [
    'braces of Chinese without their other half',
    [['zh.md', '{{=0.5}}', '｛｛=0.5']],
    [
      'zh.md:24:62: “｛｛” stands alone: a number is written {{address}}',
      'zh.md:24:65: “0.5” goes stale in the text: write {{address}}, or {{=0.5}} for a constant of mathematics',
    ],
  ],
  [
    'a number written as in a formula',
    [['en.md', '{{forget.preactivation@1[0]}}', '\\val{forget.preactivation@1[0]}']],
    ['en.md:10:59: “\\val{forget.preactivation@1[0]}” stands outside a formula: write {{forget.preactivation@1[0]}}'],
  ],
  [
    'a formula that is not closed',
    [['en.md', '+ \\dots\n$$', '+ \\dots']],
    ['en.md:12:1: this formula is not closed: write $$ on a line of its own where it ends, before the next empty line'],
  ],
  [
    'a formula that ends in a line of TeX',
    [['en.md', '+ \\dots\n$$', '+ \\dots $$']],
    ['en.md:13:58: a formula ends on the line above $$: write $$ on a line of its own'],
  ],
  [
    'a formula that begins in a line of TeX',
    [['en.md', '$$\na_{f', '$$ a_{f']],
    ['en.md:12:4: a formula begins on the line below $$: write $$ on a line of its own'],
  ],
  [
    'a formula in a line that is not closed',
    [['en.md', '$f_2 = \\val{forget.gate@2[0]}$', '$f_2 = \\val{forget.gate@2[0]}']],
    ['en.md:24:22: “$” stands alone: a formula of this paragraph is not closed (a dollar sign is written \\$)'],
  ],
  [
    'a formula in a line that is not closed before the next one',
    [['en.md', '$f_2 = \\val{forget.gate@2[0]}$, more', '$f_2 = f, more $y$']],
    [
      'en.md:24:22: “$f_2 = f, more $” is not closed where it should be: no space stands inside the $ of a formula',
      'en.md:24:39: “$” stands alone: a formula of this paragraph is not closed (a dollar sign is written \\$)',
    ],
  ],
  [
    'code that is not closed',
    [['en.md', 'as it is\n```', 'as it is']],
    ['en.md:66:1: this code is not closed: write ``` on a line of its own where it ends'],
  ],
  [
    'TeX that does not compile',
    [['en.md', '+ \\dots', '+ \\dotz']],
    ['en.md:13:52: this TeX does not compile: Undefined control sequence: \\dotz'],
  ],
  [
    'TeX that does not compile, in a line',
    [['zh.md', '$f_2 = \\val{forget.gate@2[0]}$', '$f_2 = {\\val{forget.gate@2[0]}$']],
    ["zh.md:24:58: this TeX does not compile: Expected '}', got 'EOF'"],
  ],
  [
    'a decimal fraction in the text',
    [
      ['en.md', '{{=0.5}}', '0.5'],
      ['zh.md', '{{=0.5}}', '０．５'],
    ],
    [
      'en.md:24:64: “0.5” goes stale in the text: write {{address}}, or {{=0.5}} for a constant of mathematics',
      'zh.md:24:62: “０．５” goes stale in the text: write {{address}}, or {{=0.5}} for a constant of mathematics',
    ],
  ],
  [
    'a decimal fraction in TeX',
    [['en.md', '+ \\dots', '+ 0.25 \\\\[0.6em]']],
    [
      'en.md:13:52: “0.25” goes stale in a formula: write \\val{address}, or \\val{=0.25} for a constant of mathematics',
    ],
  ],
  [
    'a constant that is none',
    [['en.md', '{{=0.5}}', '{{=half}}']],
    ['en.md:24:66: expected a plain number behind “=”, such as {{=0.25}}, found “half”'],
  ],
  [
    'a scene in one language only',
    [
      ['zh.md', ':::scene{#mirror}\n', ''],
      ['zh.md', 'stays as it is\n```\n:::', 'stays as it is\n```'],
    ],
    ['en.md:57:10: scene “mirror” is not in zh.md'],
  ],
  [
    'a scene that lesson.yaml does not have',
    [['en.md', ':::scene{#mirror}', ':::scene{#miror}']],
    ['en.md:57:10: unknown scene “miror” (nearest: mirror) in lesson.yaml'],
  ],
  ['a scene without an id', [['en.md', ':::scene{#mirror}', ':::scene']], ['en.md:57:1: scene needs an id: {#…}']],
  [
    'scenes in another order',
    [
      ['zh.md', ':::scene{#opening}', ':::scene{#mirror}'],
      ['zh.md', ':::scene{#mirror}\n## 反', ':::scene{#opening}\n## 反'],
    ],
    ['zh.md:7:10: scene “mirror” stands here, but lesson.yaml has “opening” in this place'],
  ],
  [
    'a number in one language only',
    [['zh.md', '| 3 | {{forget.gate@3[0]}} |', '| 3 | |']],
    ['en.md:31:9: number forget.gate@3[0] is not shown in scene “forget” of zh.md'],
  ],
  [
    'a visual in one language only',
    [['zh.md', '::visual{name=strip at=forward:cell.state@2}\n', '']],
    ['en.md:26:15: visual strip is not shown in scene “forget” of zh.md'],
  ],
  [
    'a heading in one language only',
    [['zh.md', '## 反过来\n', '']],
    ['en.md:58:1: heading ## is not shown in scene “mirror” of zh.md'],
  ],
  [
    'a question without its text',
    [['en.md', 'How far open is it?\n', '']],
    ['en.md:43:1: question “gate” has no text: write it on the lines below'],
  ],
  [
    'an unknown question',
    [['en.md', ':::predict{#keeps}', ':::predict{#keep}']],
    ['en.md:33:12: unknown question “keep” (nearest: keeps) in lesson.yaml'],
  ],
  [
    'an option that lesson.yaml does not have',
    [['en.md', '{#forgotten}', '{#forgoten}']],
    ['en.md:39:31: unknown option “forgoten” (nearest: forgotten) in lesson.yaml'],
  ],
  [
    'an option without feedback',
    [['en.md', 'Yes: the door is open.', '']],
    ['en.md:36:1: “kept” has no feedback: write it on the lines below'],
  ],
  [
    'a question in one language only',
    [
      ['lesson.yaml', '  - id: gate\n', "  - { id: third, kind: number, answer: 'loss' }\n  - id: gate\n"],
      ['zh.md', ':::summary', ':::predict{#third}\n多少？\n\n::right\n对。\n\n::wrong\n错。\n:::\n\n:::summary'],
    ],
    ['zh.md:70:12: question “third” is not in en.md'],
  ],
  [
    'two scenes of one id in the text',
    [
      ['en.md', ':::scene{#mirror}', ':::scene{#forget}'],
      ['en.md', '{{cell.state@1[0]}}', '{{mirrored/cell.state@1[0]}}'],
    ],
    ['en.md:57:10: “forget” is taken already'],
  ],
  [
    'a goal without words',
    [['zh.md', '::goal[你能读懂**一步**。]{#read-a-step}', '']],
    ['en.md:5:36: goal “read-a-step” is not in zh.md'],
  ],
  ['no title', [['en.md', '# The first symbol\n', '']], ['en.md:1:1: a lesson begins with its title: # …']],
  [
    'two titles',
    [['en.md', '## How much is kept', '# How much is kept']],
    ['en.md:22:1: a lesson has one title (#); its parts are ##'],
  ],
  [
    'a level of headings left out',
    [['en.md', '## How much is kept', '#### How much is kept']],
    ['en.md:22:1: a heading of level 4 follows one of level 2: none may be left out'],
  ],
  [
    'HTML',
    [['en.md', 'What does it remember?', 'What <b>does</b> it remember?']],
    [
      'en.md:3:6: HTML is not allowed, found “<b>”: write Markdown or a directive',
      'en.md:3:13: HTML is not allowed, found “</b>”: write Markdown or a directive',
    ],
  ],
  [
    'HTML as a block',
    [['en.md', 'What does it remember?', '<div onclick="x">\n</div>']],
    ['en.md:3:1: HTML is not allowed, found “<div onclick="x">”: write Markdown or a directive'],
  ],
  [
    'an image without words',
    [['en.md', 'What does it remember?', '![](door.svg)']],
    ['en.md:3:1: an image needs words for those who cannot see it: ![what it shows](…)'],
  ],
  [
    'an image that is not there',
    [['en.md', 'What does it remember?', '![A door](dor.svg)']],
    ['en.md:3:11: unknown picture “dor.svg” (nearest: door.svg) in the lesson’s folder'],
  ],
  [
    'a link to a lesson that is not there',
    [['en.md', 'lesson:looking-back', 'lesson:loking-back']],
    ['en.md:60:103: unknown lesson “loking-back” (nearest: looking-back)'],
  ],
  [
    'a link to a scene that is not there',
    [['en.md', '(#opening)', '(#openning)']],
    ['en.md:61:21: unknown scene “openning” (nearest: opening)'],
  ],
  [
    'a link to somewhere else',
    [['en.md', '(#opening)', '(../opening.html)']],
    ['en.md:61:21: a link leads to https://…, lesson:slug, #scene or term:quantity, not to “../opening.html”'],
  ],
  [
    'a link to an unknown quantity',
    [['zh.md', 'term:forget.gate', 'term:forgt.gate']],
    ['zh.md:10:20: forgt.gate: expected a quantity of this model (nearest: forget.gate), found forgt.gate'],
  ],
  [
    'a footnote without text',
    [['en.md', '[^paper]: From a paper.\n', '']],
    ['en.md:10:119: footnote “paper” has no text: add a line [^paper]: …'],
  ],
  [
    'a footnote that nothing refers to',
    [['en.md', '[^paper]\n', '\n']],
    ['en.md:75:1: footnote “paper” is never referred to'],
  ],
  [
    'a word that the glossary has another one for',
    [['zh.md', '遗忘的多？', '忘记门？']],
    ['zh.md:34:8: “忘记门” is called “遗忘门” in this course'],
  ],
  [
    'Markdown that lessons do not have',
    [['en.md', 'What does it remember?', 'What ~~does~~ it remember?']],
    ['en.md:3:6: lessons have no “delete” of Markdown'],
  ],
];
