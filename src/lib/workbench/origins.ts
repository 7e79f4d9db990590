/** Which model is varied. Without any of these: the lesson's own. */
export interface Origins {
  /** The name of one of the lesson's settings. */
  readonly setting?: string;
  /** `gru-4-8-1`, see `preset.ts`. */
  readonly preset?: string;
  /** A model file's text. */
  readonly model?: string;
}

/** The most special one, where several are named. */
export const originsOf = ({ setting, preset, model }: Origins): Origins =>
  model !== undefined ? { model } : preset !== undefined ? { preset } : setting !== undefined ? { setting } : {};
