import { afterEach, expect, test } from 'vitest';
import { ScrollPlaces } from './scroll-places.ts';

afterEach(() => document.body.replaceChildren());

const frame = () => new Promise(requestAnimationFrame);

test('each view opens at its top, and comes back where it was left, once what it shows is there', async () => {
  document.body.innerHTML = '<div style="height: 50px; overflow: auto"></div>';
  const element = document.body.firstElementChild as HTMLElement;
  const places = new ScrollPlaces();
  const fill = () => (element.innerHTML = '<p style="height: 500px">1</p>');

  const leaveCode = places.of('code')(element)!;
  fill();
  expect(element.scrollTop).toBe(0);
  element.scrollTop = 120;
  await frame();
  await frame();
  leaveCode();

  const leaveTable = places.of('table')(element)!;
  expect(element.scrollTop).toBe(0);
  leaveTable();

  element.replaceChildren();
  const leave = places.of('code')(element)!;
  fill();
  await frame();
  expect(element.scrollTop).toBe(120);
  leave();
});
