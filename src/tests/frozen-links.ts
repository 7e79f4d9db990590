/**
 * Links that mean the same for ever: they stand in slides, in mails and on worksheets. Entries are only ever added. If one
 * of them turns red, the code that reads links is wrong, not the entry.
 */
export interface FrozenLink {
  readonly link: string;
  /** What the page then shows; what is not named here is as usual. */
  readonly shows: {
    readonly at: string;
    readonly zoom?: string;
    /** From 0. */
    readonly unit?: number;
    readonly reveal?: string;
    readonly setting?: string;
    readonly preset?: string;
    readonly cell?: string;
    readonly rule?: string;
    readonly updates?: number;
    readonly view?: string;
    readonly check?: string;
    readonly epsilon?: number;
    readonly framework?: string;
    readonly extent?: string;
    readonly given?: string;
    readonly slider?: string;
  };
  /** Numbers of the run by address, to the bit. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** Of the lesson `lstm-forward`. */
export const frozenLinks: readonly FrozenLink[] = [
  {
    link: '?at=forward:forget.gate@2',
    shows: { at: 'forward:forget.gate@2' },
    numbers: { loss: 0.6412555865148463, 'forget.gate@2[0]': 0.8334146063537974 },
  },
  {
    link: '?v=1&at=forward:forget.gate@2&zoom=element&unit=2&reveal=symbols',
    shows: { at: 'forward:forget.gate@2', zoom: 'element', unit: 1, reveal: 'symbols' },
    numbers: { loss: 0.6412555865148463, 'forget.gate@2[0]': 0.8334146063537974 },
  },
  {
    link: '?v=1&at=backward%3Acell.state%403&zoom=operation&reveal=numbers',
    shows: { at: 'backward:cell.state@3', zoom: 'operation', reveal: 'numbers' },
    numbers: { loss: 0.6412555865148463, 'grad:cell.state@3[0]': -0.9096299897862559 },
  },
  {
    link: '?at=backward:hidden.state@0&zoom=operation',
    shows: { at: 'backward:hidden.state@0', zoom: 'operation' },
    numbers: {
      loss: 0.6412555865148463,
      'grad:hidden.state@0[0]': -0.18166677682311283,
      'grad:hidden.state@0[1]': 0.7592871707212283,
    },
  },
  {
    link: '?at=backward:W.f',
    shows: { at: 'backward:W.f' },
    numbers: { loss: 0.6412555865148463, 'grad:W.f[0][0]': 0.08309700258764716 },
  },
  {
    link: '?at=update:W.f',
    shows: { at: 'update:W.f' },
    numbers: { loss: 0.6412555865148463, 'grad:W.f[0][0]': 0.08309700258764716 },
  },
  {
    link: '?zoom=element',
    shows: { at: 'forward:output@1', zoom: 'element' },
    numbers: { loss: 0.6412555865148463, 'output@1[0]': 0.07897165531651264 },
  },
  {
    link: '?at=forward:loss&setting=mirrored',
    shows: { at: 'forward:loss', setting: 'mirrored' },
    numbers: { loss: 0.6412555865148463 },
  },
  {
    link: '?at=forward:input.gate@3&setting=crowd&set=W.f[0][1]:0.25',
    shows: { at: 'forward:input.gate@3', setting: 'crowd' },
    numbers: { loss: 0.38861813556699465, 'input.gate@3[0]': 0.03732269852484945 },
  },
  {
    link: '?at=forward:cell.state@2&set=W.f[0][1]:-0.5;U.c%5B1%5D%5B0%5D%3A2;b.o[1]:1e-3',
    shows: { at: 'forward:cell.state@2' },
    numbers: { loss: 1.7691033048748597, 'cell.state@2[0]': 0.34889169723002916 },
  },
  {
    link: '?at=forward:cell.state@1&set=input@1[0]:0.5;hidden.state@0[1]:0.25;cell.state@0[0]:-1',
    shows: { at: 'forward:cell.state@1' },
    numbers: { loss: 2.499295619946098, 'cell.state@1[0]': -0.08075768351983642 },
  },
  {
    link: '?at=forward:loss&set=target@4[0]:-1;W.y[0][1]:0.75;b.y[0]:0.125',
    shows: { at: 'forward:loss' },
    numbers: { loss: 4.151097678756583 },
  },
  {
    link: '?at=forward:cell.state@3&hold=forget.gate:1',
    shows: { at: 'forward:cell.state@3' },
    numbers: { loss: 0.374971957732134, 'cell.state@3[0]': 0.7212162342433467 },
  },
  {
    link: '?at=forward:cell.state@3&hold=input.gate@3:0;output.gate@3[1]:0.5;cell.state[0]:-2',
    shows: { at: 'forward:cell.state@3' },
    numbers: { loss: 6.838435374283534, 'cell.state@3[0]': -2 },
  },
  {
    link: '?at=backward:cell.state@2&drop=grad:cell.state@2%3Ccell.kept@3',
    shows: { at: 'backward:cell.state@2' },
    numbers: { loss: 0.6412555865148463, 'grad:cell.state@2[0]': -0.5880290916092509 },
  },
  {
    link: '?at=backward:cell.state@2&drop=grad:cell.state@2<cell.kept@3;grad:hidden.state@2<input.preactivation@3',
    shows: { at: 'backward:cell.state@2' },
    numbers: { loss: 0.6412555865148463, 'grad:cell.state@2[0]': -0.5880290916092509 },
  },
  {
    link: '?at=backward:cell.state@1&drop=grad%3Acell.state%3Ccell.kept',
    shows: { at: 'backward:cell.state@1' },
    numbers: { loss: 0.6412555865148463, 'grad:cell.state@1[0]': -0.006110659725026667 },
  },
  {
    link: '?at=update:b.f&set=rate:0.5&updates=1',
    shows: { at: 'update:b.f', updates: 1 },
    numbers: { loss: 4.365957795309891, 'grad:b.f[0]': 0.47294740368458194 },
  },
  {
    link: '?at=forward:loss&rule=momentum&set=momentum:0.5;rate:0.25&updates=2',
    shows: { at: 'forward:loss', rule: 'momentum', updates: 2 },
    numbers: { loss: 0.032921707677477444 },
  },
  {
    link: '?at=forward:loss&rule=adam&updates=3',
    shows: { at: 'forward:loss', rule: 'adam', updates: 3 },
    numbers: { loss: 0.6148897412115771 },
  },
  {
    link: '?at=backward:W.f&rule=adam&set=rate:0.01;beta1:0.8;beta2:0.9;epsilon:1e-6&updates=3&hold=forget.gate@1:1&drop=grad:cell.state@2<cell.kept@3',
    shows: { at: 'backward:W.f', rule: 'adam', updates: 3 },
    numbers: { loss: 0.4103365803658692, 'grad:W.f[0][0]': 0.05526812167195565 },
  },
  {
    link: '?at=backward:hidden.state@5&preset=lstm-4-8-1',
    shows: { at: 'backward:hidden.state@5', preset: 'lstm-4-8-1' },
    numbers: { loss: 0.9572517755392494, 'grad:hidden.state@5[0]': -0.03901943865033285 },
  },
  {
    link: '?at=forward:update.gate@2&preset=gru-2-3-7&zoom=element&unit=2',
    shows: { at: 'forward:update.gate@2', zoom: 'element', unit: 1, preset: 'gru-2-3-7', cell: 'gru' },
    numbers: { loss: 1.2036139127718533, 'update.gate@2[0]': 0.47391777761189935 },
  },
  {
    link: '?at=forward:hidden.state@32&preset=rnn-16-32-999&set=U.h[15][15]:0.5',
    shows: { at: 'forward:hidden.state@32', preset: 'rnn-16-32-999', cell: 'rnn' },
    numbers: { loss: 0.8870015887498315, 'hidden.state@32[0]': 0.06222365857370466 },
  },
  {
    link: '?at=forward:cell.state@3&model={"cell":"lstm","inputSize":2,"hiddenSize":1,"parameters":{"weight_ih_l0":[[0.5,-0.2],[0.1,0.4],[-0.3,0.8],[0.6,0.2]],"weight_hh_l0":[[0.2],[-0.1],[0.7],[0.3]],"bias_ih_l0":[0,1,0,0.1],"bias_hh_l0":[0.1,0,-0.2,0]},"inputs":[[1,0],[0,1],[-1,0.5]],"initial":{"h":[0.1],"c":[-0.2]},"readout":{"weight":[[1],[-0.5]],"bias":[0,0.2]},"loss":{"kind":"mse","at":[1,3],"targets":[[1,0],null,[0,1]]}}&set=W.f[0][1]:0.5',
    shows: { at: 'forward:cell.state@3' },
    numbers: { loss: 0.58971041614996, 'cell.state@3[0]': 0.03396496374237265 },
  },
  {
    link: '?at=forward:hidden.state@2&set=W.f[0][1]:1e+1;b.f[0]:%2B.5',
    shows: { at: 'forward:hidden.state@2' },
    numbers: { loss: 0.3950550888848683, 'hidden.state@2[0]': 0.5899575351286711 },
  },
  {
    link: '?at=forward:forget.gate@1&set=W.f[0][0]:-0',
    shows: { at: 'forward:forget.gate@1' },
    numbers: { loss: 0.6412555865148463, 'forget.gate@1[0]': 0.11920292202211755, 'W.f[0][0]': -0 },
  },
  {
    link: '?at=backward:cell.state@2&view=charts',
    shows: { at: 'backward:cell.state@2', view: 'charts' },
    numbers: { loss: 0.6412555865148463 },
  },
  {
    link: '?at=backward:cell.state@2&view=check&check=grad:W.f[0][1]&epsilon=0.001',
    shows: { at: 'backward:cell.state@2', view: 'check', check: 'grad:W.f[0][1]', epsilon: 1e-3 },
    numbers: { loss: 0.6412555865148463 },
  },
  {
    link: '?view=code&framework=pytorch&extent=model&epsilon=1e-13',
    shows: {
      at: 'forward:output@1',
      zoom: 'timestep',
      view: 'code',
      framework: 'pytorch',
      extent: 'model',
      epsilon: 1e-13,
    },
    numbers: { loss: 0.6412555865148463 },
  },
  {
    link: '?at=forward:forget.gate@2&view=change&given=parameter',
    shows: { at: 'forward:forget.gate@2', view: 'change', given: 'parameter' },
    numbers: { loss: 0.6412555865148463 },
  },
  {
    link: '?at=forward:reset.gate@2&preset=gru-2-3-7&view=change&given=W.r',
    shows: { at: 'forward:reset.gate@2', preset: 'gru-2-3-7', cell: 'gru', view: 'change', given: 'W.r' },
    numbers: { loss: 1.2036139127718533 },
  },
  {
    link: '?at=forward:forget.gate@2&view=table&given=hidden.state',
    shows: { at: 'forward:forget.gate@2', view: 'table', given: 'hidden.state' },
    numbers: { loss: 0.6412555865148463 },
  },
  {
    link: '?at=forward:forget.gate@2&view=change&slider=U.f[1][0]',
    shows: { at: 'forward:forget.gate@2', view: 'change', slider: 'U.f[1][0]' },
    numbers: { loss: 0.6412555865148463 },
  },
  {
    link: '?at=forward:reset.gate@2&preset=gru-2-3-7&view=change&given=data&slider=input@2%5B1%5D',
    shows: {
      at: 'forward:reset.gate@2',
      preset: 'gru-2-3-7',
      cell: 'gru',
      view: 'change',
      given: 'data',
      slider: 'input@2[1]',
    },
    numbers: { loss: 1.2036139127718533 },
  },
];
