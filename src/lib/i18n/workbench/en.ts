import type { Widened } from '../en.ts';

/** The words of the workbench, which come with it: most readers of a page never open it. */
export const en = {
  /** A step, or the whole model, as a Python script. */
  code: {
    label: 'Python code',
    framework: 'Library',
    extent: 'What the code computes',
    step: 'this step',
    model: 'the whole model',
    copy: 'Copy',
    copied: 'Copied',
    failed: 'Not allowed to copy: select the code',
    /** What the comments in the script say. */
    comments: {
      at: '{name}, t = {t}',
      gradient: 'Gradient of the loss with respect to: {what}',
      share: 'What timestep {t} contributes to the gradient of the loss with respect to: {what}',
      update: 'One update ({rule}): {what}',
      oneTermPerUse: 'The chain rule: one term for each use.',
      oneExpressionPerUse: 'Everything that uses it, and the gradient of the loss with respect to each.',
      itself: 'the loss itself',
      unused: 'the loss does not depend on it',
      leftOut: 'left out: {code}',
      held: 'held',
      heldBack: 'held: nothing flows on',
      whole: '{cell}: forward, loss, gradients',
      parameters: 'Parameters.',
      given: 'Data by timestep, and the states at t = 0.',
      rows: 'Data, one row per timestep, and the states at t = 0.',
      forward: 'Forward.',
      backward: 'Backward: each equation hands its gradient on to what it reads, the last one first.',
      autograd: 'Backward.',
      order: 'PyTorch stacks the blocks of the gates in this order.',
      secondBias: 'a second bias that is not needed',
    },
  },
  gradientCheck: {
    title: 'Gradient check',
    /** What is nudged stands between the two, with its number. */
    nudge: 'Nudge',
    by: 'by +ε and by −ε, and see what the loss does',
    epsilon: 'ε, by which the number is nudged',
    spoken: 'ε = {epsilon}, relative error {error}',
    numbers: 'The check with ε = {epsilon}',
    above: 'loss with +ε',
    below: 'loss with −ε',
    quotient: 'difference quotient',
    gradient: 'gradient of the backward pass',
    error: 'relative error',
    errorNote: 'their distance ÷ the larger',
    marked: 'Underlined: from here on the two differ.',
    verdicts: {
      notFinite: 'The loss is not a finite number, so there is no quotient to form.',
      unused:
        'Nudged by any of these ε, the loss stays the same to the last bit: nothing it is computed from depends on this number. Gradient and quotient are both 0.',
      wrong:
        'The two stay apart at every ε, further than truncation and rounding explain: the backward pass lacks a term, and no ε mends that.',
      level:
        'The gradient is exactly 0: here the loss neither rises nor falls. All that the quotient shows is truncation and rounding error, so a relative error says nothing.',
      buried:
        'This gradient is too small for the check: at every ε, truncation and rounding error outweigh it. The quotient neither confirms nor refutes it.',
      bent: 'ε is too large: from −ε to +ε the slope of the loss visibly changes, and the quotient misses the slope at the middle (truncation error). A tenth of ε leaves about a hundredth of this error.',
      goodBent: 'They agree to about {figures} figures. What is left is mostly truncation error: it shrinks with ε².',
      goodRounded:
        'They agree to about {figures} figures. What is left is mostly rounding error: it grows with 1/\u2060ε, so a smaller ε makes it worse.',
      rounded:
        'ε is too small: the two losses share their first {shared} figures, and of their difference rounding leaves few that are right. A tenth of ε makes the error about ten times larger.',
    },
    identical:
      'ε is too small: the two losses are the same to the last figure. Rounding has swallowed their difference, and the quotient is 0.',
    heldNote: 'In this run a value is held at a number: nothing gets through it.',
    picture: 'Relative error for every ε',
    pictureNote: 'both axes logarithmic',
    pictureLabel:
      'Relative error against ε: both axes logarithmic, ε from {from} to {to}. The error is least, {least}, at ε = {best}; at the chosen ε = {epsilon} it is {error}. A table with the numbers follows.',
    bend: 'truncation ∝ ε²',
    rounding: 'rounding ∝ 1/ε',
    exact: 'On the lowest line, hollow: an error of exactly 0, for which this axis has no place.',
    choose: 'Choose ε = {epsilon}',
  },
  numbers: {
    title: 'Change numbers',
    choose: 'Numbers to change',
    atStep: 'of this step',
    every: 'all of them',
    data: 'Data and initial states',
    parameters: 'Parameters',
    slider: '{name}: slider',
    original: 'originally {number}',
    takeBack: 'back to {number}',
    takeBackOf: '{name}: back to {number}',
    takeAllBack: 'take back changes: {count}',
    takeAllBackOf: '{name}: take back changes: {count}',
    problems: {
      empty: 'There is no number here.',
      /** The other problem has its words where answers are typed. */
      tooLarge: 'That is too large: numbers from −1,000,000 to 1,000,000 are enough here.',
      stays: 'Until it is mended {number} stays; Escape brings it back.',
    },
    pasted: {
      size: 'From here on this table has {rows} × {columns} places; what was pasted has {pastedRows} × {pastedColumns}.',
      ragged: 'The rows that were pasted are not equally long: “{text}”.',
      cell: 'What was pasted contains “{text}”.',
      /** Of numbers like 1,2;3,4. */
      ambiguous: '“{text}” can mean two things. Write “{rows}” for rows, or “{numbers}” for numbers with decimals.',
      nothing: 'Nothing was changed.',
    },
    hold: {
      title: 'Hold a value',
      meaning:
        'A value that is held is a given number. Its own gradient, such as ∂L/∂f, stays: it says how much the loss depends on that number. But nothing flows on through it: its pre-activation gets a gradient of 0 from it, and so do the parameters behind.',
      what: 'Value to hold',
      when: 'When',
      always: 'at every timestep',
      units: 'Which units',
      allUnits: 'all units',
      at: 'at',
      number: 'Number to hold it at',
      hold: 'Hold',
      /** To a button that holds it at 0, or at 1. */
      holdAt: 'hold at {number}',
      inForce: 'Held now',
      outside:
        'Computed, the {name} always lies between {lowest} and {highest}: no input leads to {number}. It can be held there all the same.',
      /** Said of a pre-activation, after which comes its gate. */
      following: 'Held at {held}, it makes the {name} {number}.',
      numberOf: '{name}: held at',
      letGo: 'let go',
      letGoOf: 'Let go: {name}',
    },
  },
  /** Updates of the parameters, and what they do to the loss. */
  learn: {
    title: 'Apply the update',
    rule: 'How the parameters learn',
    rules: { sgd: 'gradient descent', momentum: 'momentum', adam: 'Adam' },
    rate: 'Learning rate, logarithmic',
    rateSpoken: 'η = {rate}',
    /** The rates by rule stand in it: momentum 0.1, Adam 0.001. */
    usualRates: 'Each rule has its usual η: {rates}. One of your own stays when you change the rule.',
    ownRate: 'This η is your own and stays when you change the rule. Usual are: {rates}.',
    usualRate: '{rule} {rate}',
    problems: {
      rate: 'η has to be above 0: with 0 nothing moves, and below 0 every step leads uphill.',
      epsilon: 'This has to be above 0: it is there so that nothing is divided by 0.',
      part: 'This is the part that is kept: 0 or more, and below 1.',
    },
    settingNote: 'Another value or another rule goes on from the parameters as they are now and counts from 0.',
    apply: 'Apply one',
    applyTen: 'Apply ten',
    back: 'Take one back',
    none: 'No update yet.',
    one: '1 update of {rule}.',
    many: '{count} updates of {rule}.',
    full: 'More than {count} are not offered: at every change all of them are computed anew.',
    changes: {
      fell: 'The last one: the loss fell by {by}.',
      rose: 'The last one: the loss rose by {by}.',
      same: 'The last one: the loss stayed the same, to the last bit.',
      lost: 'The loss is {loss}, which is not a finite number.',
    },
    losses: 'The loss before and after',
    last: 'last update',
    sinceStart: 'since the start',
    before: 'loss before',
    after: 'loss after',
    change: 'change',
    words: { fell: 'fell', rose: 'rose', same: 'unchanged', lost: 'no number' },
    steps: 'One update is one step for each parameter: all {count} numbers move at once, each by its own gradient.',
    see: 'The step of: {name}',
    picture: 'Loss over the updates',
    pictureLabel:
      'The loss over updates 0 to {count}: {from} at the start, {to} now, at the least {least}, after update {at}. A table with the numbers follows.',
    pictureEnds: 'The line ends before update {update}: there the loss is {loss}, and the axis has no place for it.',
    update: 'update',
    divergence: {
      /** Where the gradient is whole, nothing else can have led so far up. */
      title: 'The steps are too large.',
      titleLacks: 'The steps lead away.',
      grown: 'The loss has grown from {from} to {to}.',
      /** What the last update did. */
      last: {
        rose: 'The last update raised it further.',
        fell: 'The last update lowered it, but it is still far above where it began.',
        same: 'The last update left it as it was: the steps no longer move anything that counts.',
      },
      lost: 'After update {update} the loss is {loss}: a number has left the range that a computer can hold, and what is computed from it is ∞ or NaN, “not a number”.',
      lostParameter:
        'The loss is still {loss}, but a parameter has left the range that a computer can hold: it is ∞ or NaN, “not a number”.',
      mend: 'Take the updates back, or begin again with a smaller η.',
      risen: 'The last update raised the loss, from {from} to {to}.',
      /** Before several reasons; a single one is the reason. */
      mayBe: 'What it may be:',
      mayFall: 'With {rule} the loss may fall again by itself.',
      reasons: {
        tooLong: 'The step was too long: it went beyond the low place and up on the other side. A smaller η helps.',
        carriesOn: 'Momentum carries earlier steps on, also where it is uphill by now.',
        ofAdam:
          'Adam makes its steps about as long as η, however flat or steep it is: with too large an η they lead beyond a low place.',
        lacks: 'The gradient lacks a term: the step may not lead downhill at all, and then a smaller η does not help.',
      },
      back: 'Take all back: {count}',
      again: 'Begin again with η = {rate}',
      givenTitle: 'Some numbers are too large.',
      given:
        'Before any update the loss is {loss}, or a parameter is not a finite number: something that was given is too large to compute with.',
      undo: 'Undo the last change',
    },
  },
  /** What can be taken away. */
  things: {
    model: 'The model',
    modelNote: 'its weights, inputs and loss, as the command trace reads them',
    modelWithout: 'without what is held or left out: its file cannot say so, and trace computes the model as it is',
    run: 'The run',
    runNote: 'by step and timestep, as trace prints it',
    runChanged: 'by step and timestep, as trace prints it; last, under “changes”, what was done to the model',
    every: 'All values and gradients',
    everyNote: 'a line for each, for a spreadsheet',
    everyChanged: 'a line for each; its last column says what was set, is held, or lacks a term',
    /** At the end of the name of a file, and in a picture after the network. */
    changed: 'changed',
    network: '{cell}, units: {units}, timesteps: {timesteps}',
  },
  /** The reader's files, and the models the page offers. */
  files: {
    title: 'Model',
    which: 'Which model',
    own: 'the lesson’s own',
    preset: 'another one',
    file: 'from a file',
    cell: 'Cell',
    units: 'Units',
    timesteps: 'Timesteps',
    weights: 'Weights',
    seed: 'no. {seed}',
    otherWeights: 'Other weights',
    task: 'Untrained. Its task: to repeat the first symbol, +1 or −1, when asked at the end.',
    files: 'Files',
    open: 'Open a file …',
    opens: 'or drop it here: a model as JSON, or a state saved on this page',
    fromTorch: 'A model from PyTorch',
    opened: '{name} is open.',
    openedInPart: '{name} is open, but for parts of it that mean nothing here:',
    save: 'Save this state',
    /** In the name of its file. */
    stateName: 'state',
    copy: 'Copy the link to exactly this',
    copied: 'The link to exactly this is copied.',
    notCopied: 'Not copied: take it from the address bar.',
    long: 'This state makes a link of {count} characters, which mail and chat programs may cut. Save it as a file instead.',
    problems: {
      several: 'Several files at once: please drop a single one.',
      unread: '{name} could not be read.',
      empty: '{name} is empty.',
      large: '{name} has {found} MB. Files of up to {most} MB can be opened.',
      parameters: '{name} has {found} parameters. Models of up to {most} can be walked through here.',
      timesteps: '{name} has {found} timesteps. Sequences of up to {most} can be walked through here.',
      notText: '{name} is not text. Export the state_dict as JSON, for example like this:',
      notJson: '{name} is not JSON:',
      notModel: '{name} does not describe a model that can be opened:',
      notState: '{name} is not a state that can be opened:',
      otherLesson: '{name} belongs to another lesson:',
    },
  },
};

export type WorkbenchMessages = Widened<typeof en>;
