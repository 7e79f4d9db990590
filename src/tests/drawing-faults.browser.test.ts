import { expect, test } from 'vitest';
import { drawingFaults } from './drawing-faults.ts';

function drawing(content: string): SVGSVGElement {
  document.body.innerHTML = `<svg viewBox="0 0 200 100" width="400" height="200" font-size="13">${content}</svg>`;
  return document.querySelector('svg')!;
}

test('text beside text, within the frame, is no fault', () => {
  expect(drawingFaults(drawing('<text x="10" y="20">one</text><text x="10" y="34">two</text>'))).toEqual([]);
});

test('text upon text is', () => {
  const svg = drawing('<text x="10" y="20">one</text><g transform="translate(5 4)"><text x="10" y="20">two</text></g>');
  expect(drawingFaults(svg)).toEqual(['“one” lies on “two”']);
});

test('so is whatever leaves the frame', () => {
  expect(drawingFaults(drawing('<rect class="card" x="190" y="10" width="20" height="5" />'))).toEqual([
    'rect card leaves the drawing: 190,10,210,15',
  ]);
  expect(drawingFaults(drawing('<text x="180" y="20">a long word</text>'))).toHaveLength(1);
});

test('words keep clear of the solid parts of a drawing, and fit into their own', () => {
  const chip = '<g><rect class="ground" x="10" y="10" width="40" height="20" /><text x="12" y="25">two</text></g>';
  expect(drawingFaults(drawing(chip))).toEqual([]);
  expect(drawingFaults(drawing(`${chip}<text x="40" y="40">one</text>`))).toEqual([]);
  expect(drawingFaults(drawing(`${chip}<text x="45" y="22">one</text>`))).toEqual(['“one” lies on a rect ground']);
  expect(drawingFaults(drawing(chip.replace('two', 'too much')))).toEqual(['“too much” is wider than its rect ground']);
});

test('letters of a line stand on one line, though an index stands lower', () => {
  const after = (dy: number): string =>
    `<text x="10" y="20"><tspan>W</tspan><tspan dy="3" font-size="9">x</tspan><tspan dy="${dy}">X</tspan></text>`;
  expect(drawingFaults(drawing(after(-3)))).toEqual([]);
  expect(drawingFaults(drawing(after(0)))).toEqual(['“WxX” sinks']);
});

test('words are no higher than the solid part that they stand in', () => {
  const body = '<g><rect class="body" x="10" y="10" width="60" height="20" /><text x="14" y="30">low</text></g>';
  expect(drawingFaults(drawing(body))).toEqual(['“low” is higher than its rect body']);
});
