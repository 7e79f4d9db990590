import type { FaultyLesson } from './edited-lesson.ts';
import { indentedIsCode } from './fences.ts';

/** Mistakes in directives, and what is said about them. */
export const faultyDirectives: readonly FaultyLesson[] = [
  [
    'an unknown directive',
    [['en.md', ':::note', ':::notes']],
    ['en.md:16:4: unknown directive “notes” (nearest: note)'],
  ],
  [
    'an unknown attribute of a directive',
    [['en.md', ':::scene{#forget}', ':::scene{#forget colour=red}']],
    ['en.md:21:18: unknown attribute of scene “colour” (there are: id)'],
  ],
  [
    'a leaf written as a container',
    [['en.md', ':::note\nSay it slowly.\n:::', '::note']],
    ['en.md:16:3: note is a container, :::note … :::'],
  ],
  [
    'a directive with one colon',
    [
      ['en.md', '::visual{name=strip at=forward:cell.state@2}', ':visual{name=strip t=2}'],
      ['zh.md', '::visual{name=strip at=forward:cell.state@2}\n', ''],
    ],
    ['en.md:26:1: “:visual” is no directive: write ::visual{…} on a line of its own'],
  ],
  [
    'a directive in the middle of a line',
    [['en.md', '::visual{name=strip at=forward:cell.state@2}', 'Here ::visual{name=strip}']],
    ['en.md:26:6: “::visual” is no directive: write ::visual{…} on a line of its own'],
  ],
  [
    'a container with a space before its name',
    [['en.md', ':::note', '::: note{}']],
    ['en.md:16:4: no space may stand behind “:::”'],
  ],
  [
    'a container with a space before its braces',
    [['en.md', ':::scene{#opening}', ':::scene {#opening}']],
    ['en.md:7:9: no space may stand before “{”'],
  ],
  [
    'a leaf with a space between its words and its braces',
    [['en.md', ']{#read-a-step}', '] {#read-a-step}']],
    ['en.md:5:35: no space may stand before “{”'],
  ],
  [
    'a container with the colons of Chinese',
    [['zh.md', ':::summary', '：：：summary']],
    ['zh.md:70:1: “：” is a full-width character: write “:”'],
  ],
  [
    'a container closed with the colons of Chinese',
    [['zh.md', '慢慢说。\n:::', '慢慢说。\n：：：']],
    ['zh.md:18:1: “：” is a full-width character: write “:”'],
  ],
  [
    'a container with the braces of Chinese',
    [['zh.md', ':::scene{#opening}', ':::scene｛#opening｝']],
    ['zh.md:7:9: “｛” is a full-width character: write “{”'],
  ],
  [
    'an option with the brackets of Chinese',
    [['zh.md', '::option[保留的多]', '::option［保留的多］']],
    ['zh.md:36:9: “［” is a full-width character: write “[”'],
  ],
  [
    'a container with two colons',
    [['zh.md', ':::scene{#opening}', '::scene{#opening}']],
    ['zh.md:7:3: scene is a container, :::scene … :::'],
  ],
  [
    'a misspelt container with two colons',
    [['zh.md', ':::scene{#opening}', '::scen{#opening}']],
    ['zh.md:7:3: unknown directive “scen” (nearest: scene)'],
  ],
  ['a leaf with three colons', [['en.md', '::visual', ':::visual']], ['en.md:26:4: visual is one line, ::visual']],
  [
    'words behind a directive',
    [['en.md', ':::note', ':::note Aside']],
    ['en.md:16:9: :::note stands on a line of its own: nothing may stand behind it'],
  ],
  [
    'braces of a directive that are not closed',
    [['en.md', 'at=forward:cell.state@2}', 'at=forward:cell.state@2']],
    ['en.md:26:9: “{” is not closed: write “}” behind it'],
  ],
  [
    'brackets of a directive that are not closed',
    [['en.md', '[More is kept]', '[More is kept']],
    ['en.md:36:9: “[” is not closed: write “]” behind it'],
  ],
  ['a leaf indented by four spaces', [['en.md', '::visual', '    ::visual']], [`en.md:26:5: ${indentedIsCode}`]],
  [
    'a leaf indented by four spaces, below words',
    [['en.md', '\n\n::visual', '\n    ::visual']],
    [`en.md:25:5: ${indentedIsCode}`],
  ],
  [
    'a container indented by four spaces',
    [['en.md', ':::scene{#forget}', '    :::scene{#forget}']],
    [`en.md:21:5: ${indentedIsCode}`],
  ],
  [
    'a container whose end is indented by four spaces',
    [['en.md', 'Say it slowly.\n', 'Say it slowly.\n    ']],
    [`en.md:18:5: ${indentedIsCode}`],
  ],
  [
    'a container that is not closed',
    [['en.md', 'Say it slowly.\n:::\n', 'Say it slowly.\n']],
    [
      'en.md:7:1: :::scene is not closed: write ::: on a line of its own where it ends, and where each container inside it ends',
    ],
  ],
  [
    'a container that is closed twice',
    [['en.md', 'Say it slowly.\n:::\n', 'Say it slowly.\n:::\n:::\n']],
    ['en.md:20:1: ::: closes nothing'],
  ],
  [
    'an option outside a question',
    [['en.md', 'Say it slowly.', '::option[x]{#x}']],
    ['en.md:17:1: ::option belongs into :::predict'],
  ],
  [
    'a scene inside another',
    [['en.md', 'Say it slowly.', ':::scene{#forget}\n:::']],
    ['en.md:17:1: a scene stands by itself, not inside something else'],
  ],
  [
    'an unknown visual',
    [['en.md', 'name=strip', 'name=stripp']],
    ['en.md:26:15: unknown visual “stripp” (nearest: strip)'],
  ],
  [
    'a visual without a name',
    [['en.md', '::visual{name=strip at=forward:cell.state@2}', '::visual{unit=1}']],
    ['en.md:26:1: visual needs a name: ::visual{name=…}'],
  ],
  [
    'a visual of an unknown attribute',
    [['en.md', 'at=forward:cell.state@2', 't=2']],
    ['en.md:26:21: unknown attribute of visual “t” (nearest: at)'],
  ],
  [
    'a visual at an unknown step',
    [['en.md', 'at=forward:cell.state@2', 'at=forward:cel.state@2']],
    ['en.md:26:21: no step “forward:cel.state@2” (nearest: forward:cell.state@2)'],
  ],
  [
    'a visual of an unknown setting',
    [['en.md', 'at=forward:cell.state@2', 'setting=mirorred']],
    ['en.md:26:21: unknown setting “mirorred” (nearest: mirrored)'],
  ],
  [
    'a visual of a unit out of range',
    [['en.md', 'at=forward:cell.state@2', 'unit=2']],
    ['en.md:26:21: expected a unit from 0 to 1, found 2'],
  ],
];
