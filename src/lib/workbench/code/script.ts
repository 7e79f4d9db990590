/** A Python script from its parts: only what the formulas mention is imported, defined and written down. */
import type { Dialect } from './script-choice.ts';

const functions = {
  sigmoid: `def sigmoid(a):
    return 1 / (1 + np.exp(-a))`,
  windows: `def windows(picture, filters):
    return np.lib.stride_tricks.sliding_window_view(picture, filters.shape[1:])`,
  unconvolve: `def unconvolve(d_result, filters, shape):
    d_picture = np.zeros(shape)
    _, rows, columns = filters.shape
    for f, i, j in np.ndindex(d_result.shape):
        d_picture[i : i + rows, j : j + columns] += d_result[f, i, j] * filters[f]
    return d_picture`,
  unpool: `def unpool(d_result, picture, window):
    d_picture = np.zeros_like(picture)
    for *plane, i, j in np.ndindex(d_result.shape):
        place = (*plane, slice(i * window, (i + 1) * window), slice(j * window, (j + 1) * window))
        largest = np.unravel_index(picture[place].argmax(), (window, window))
        d_picture[place][largest] += d_result[(*plane, i, j)]
    return d_picture`,
  zeros: `def zeros(values):
    return {t: np.zeros_like(value) for t, value in values.items()}`,
  gradient: `def gradient(value):
    return torch.zeros_like(value) if value.grad is None else value.grad`,
} as const;

/** `name = text`, written above the formulas if they mention the name, below comments of its own. */
export interface Literal {
  readonly name: string;
  readonly text: string;
  readonly comments?: readonly string[];
}

interface Parts {
  readonly title: string;
  readonly literals: readonly Literal[];
  readonly body: readonly string[];
}

/** `np.sum` is not our `sum`, and what a comment says needs no definition. */
const mentions = (code: string, name: string): boolean => new RegExp(`(?<![\\w.])${name}\\b`).test(code);

export function scriptOf(dialect: Dialect, { title, literals, body }: Parts): string {
  const formulas = body.join('\n');
  const code = formulas.replace(/#.*$/gm, '');
  const mentioned = new Map(literals.filter(({ name }) => mentions(code, name)).map((each) => [each.name, each]));
  const given = [...mentioned.values()]
    .flatMap(({ name, text, comments = [] }) => [...comments, `${name} = ${text}`])
    .join('\n');
  const used = Object.entries(functions).filter(([name]) => mentions(code, name));
  const sections = [title, importsOf(dialect, code), ...used.map(([, text]) => `\n${text}\n`), given, formulas];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`.replace(/\n{4,}/g, '\n\n\n');
}

function importsOf(dialect: Dialect, code: string): string {
  if (dialect === 'numpy') return 'import numpy as np';
  const more = [
    ...(mentions(code, 'F') ? ['import torch.nn.functional as F'] : []),
    ...(mentions(code, 'nn') ? ['from torch import nn'] : []),
  ];
  return ['import torch', ...more, '', 'torch.set_default_dtype(torch.float64)'].join('\n');
}

export const indented = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split('\n')).map((line) => (line === '' ? line : `    ${line}`));
