import 'katex/dist/katex.min.css';
import './lean.css';
import katex from 'katex';
import { afterEach, expect, test } from 'vitest';
import { lean } from './lean.ts';

afterEach(() => document.body.replaceChildren());

const formulas = [
  'C_2',
  'a',
  String.raw`\partial L/\partial b_{o}\,\big|_{t=3}`,
  String.raw`\tilde{C}_{3}^{2}`,
  String.raw`\frac{\partial L}{\partial C_{t-1}} = \frac{\partial L}{\partial C_t} \odot F_t`,
  String.raw`\sum_{t=1}^{T} \left(\frac{a^2}{\hat b_t}\right)^\top`,
  String.raw`\begin{aligned} H_t &= O_t \odot \tanh(C_t) \\ \tilde C_t &= \sqrt{1 + x} \end{aligned}`,
  String.raw`\begin{bmatrix} 1 & 0 \\ 0 & \overline{x} \end{bmatrix} \underbrace{\text{N0N}}_{\text{gate}}`,
];

/** Where everything that is seen stands, and how large it is, measured from where the formula begins. */
function looks(html: string): { text: string; boxes: number[][] } {
  document.body.innerHTML = `<p style="font-size: 40px; width: max-content">before ${html} after</p>`;
  const { left, top, height } = document.body.firstElementChild!.getBoundingClientRect();
  const seen = [...document.querySelectorAll('.katex-html *')].filter(
    (element) => element.matches('.frac-line, svg') || [...element.childNodes].some(({ nodeType }) => nodeType === 3),
  );
  const boxes = seen
    .filter((element) => !element.matches('.vlist-s'))
    .map((element) => {
      const box = element.getBoundingClientRect();
      return [box.left - left, box.top - top, box.width, box.height, height].map((length) => Math.round(length * 10));
    });
  return { text: document.body.textContent.replaceAll('\u200b', ''), boxes };
}

test.each(formulas)('%s looks the same, with fewer elements', async (tex) => {
  await document.fonts.ready;
  for (const displayMode of [false, true]) {
    const html = katex.renderToString(tex, { displayMode });
    const whole = looks(html);
    expect(whole.boxes.length).toBeGreaterThan(0);
    const count = document.querySelectorAll('*').length;
    const mathml = document.querySelector('math')!.textContent;
    const slim = looks(lean(html));
    expect(slim.boxes).toEqual(whole.boxes);
    expect(document.querySelectorAll('*').length).toBeLessThan(count);
    expect(document.querySelectorAll('.katex-strut, .pstrut, .vlist-s, annotation')).toHaveLength(0);
    expect(mathml).toContain(document.querySelector('math')!.textContent);
  }
});
