/** Everything a drawing of one number's arithmetic consists of, with its place. */
import type { BlockDrawing } from './block-drawing.ts';
import type { CurveScene } from './curve-scene.ts';
import type { PlateDrawing } from './plate.ts';
import type { ResultDrawing } from './result.ts';
import type { ShareDrawing } from './share.ts';
import type { WaterfallDrawing } from './waterfall.ts';
import type { WayDrawing } from './ways.ts';

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly plates: readonly PlateDrawing[];
  readonly blocks: readonly BlockDrawing[];
  readonly ways: readonly WayDrawing[];
  readonly results: readonly ResultDrawing[];
  readonly waterfalls: readonly WaterfallDrawing[];
  /** Timesteps, over the columns of their numbers. */
  readonly heads?: readonly { readonly t: number; readonly x: number; readonly y: number }[];
  readonly share?: ShareDrawing;
  readonly curve?: CurveScene;
}

/** Of a drawing that fills its place, as the drawing of a cell does. */
export const sceneWidth = 776;
export const sceneHeight = 350;
/** On both sides. */
export const sceneEdge = 8;
