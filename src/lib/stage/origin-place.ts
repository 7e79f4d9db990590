/** Where the box about a number stands: close to the number, and never over it where that can be avoided. */

interface Span {
  readonly top: number;
  readonly bottom: number;
}

interface Box extends Span {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Between a number and its box. */
const gap = 8;
/** Less than this (px) is too little to read in. */
const least = 180;

/** In a stage that has room: below the number, or above it, measured from the corner of the frame. */
export function placeBeside(at: Box, frame: Box, own: Pick<Box, 'width' | 'height'>): { left: number; top: number } {
  const below = at.bottom - frame.top + gap;
  const above = at.top - frame.top - own.height - gap;
  return {
    left: Math.max(0, Math.min(at.left - frame.left, frame.width - own.width - gap)),
    top: below + own.height < frame.height || above < 0 ? below : above,
  };
}

export interface Sheet {
  /** The number stands so low that the sheet is above it. */
  readonly isAbove: boolean;
  readonly room: number;
}

/** Of a sheet across a small window: at its foot, unless the number stands there; `free` is what no bar covers. */
export function placeSheet(at: Span, free: Span): Sheet {
  const [above, below] = [at.top - free.top - gap, free.bottom - at.bottom - gap];
  const isAbove = below < Math.min(least, above);
  return { isAbove, room: Math.max(least, isAbove ? above : below) };
}
