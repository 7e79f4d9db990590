import { describe, expect, test } from 'vitest';
import { placeBeside, placeSheet } from './origin-place.ts';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  width,
  height,
  bottom: top + height,
});

describe('the sheet of a small window', () => {
  const free = { top: 44, bottom: 740 };

  test.each([
    ['on the docked stage', 300, { isAbove: false, room: 740 - 320 - 8 }],
    ['just where a sheet still has room below it', 532, { isAbove: false, room: 180 }],
    ['further down', 640, { isAbove: true, room: 640 - 44 - 8 }],
  ])('leaves in sight a number %s', (_, top, expected) => {
    expect(placeSheet({ top, bottom: top + 20 }, free)).toEqual(expected);
  });

  test('can be read where there is no room on either side', () => {
    expect(placeSheet({ top: 100, bottom: 120 }, { top: 0, bottom: 250 })).toEqual({ isAbove: false, room: 180 });
  });
});

describe('the box on a large stage', () => {
  const frame = box(100, 50, 800, 600);

  test('stands below the number, or above it where it would leave the stage', () => {
    expect(placeBeside(box(200, 100, 40, 20), frame, { width: 300, height: 200 })).toEqual({ left: 100, top: 78 });
    expect(placeBeside(box(200, 600, 40, 20), frame, { width: 300, height: 200 })).toEqual({ left: 100, top: 342 });
  });

  test('keeps within the stage on both sides', () => {
    expect(placeBeside(box(850, 100, 40, 20), frame, { width: 300, height: 200 }).left).toBe(492);
    expect(placeBeside(box(20, 100, 40, 20), frame, { width: 300, height: 200 }).left).toBe(0);
  });
});
