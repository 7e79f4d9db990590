import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readImports } from './read-imports.ts';
import { brokenImportRule, brokenIndexRule, brokenNameRule } from './rules.ts';

describe('the rooms of this project', () => {
  const files = ['src', 'scripts', 'bench'].flatMap(filesIn).filter((file) => !file.startsWith('src/tests/reference/'));
  const sources = files.filter((file) => /\.(ts|js|svelte)$/.test(file));
  const read = (file: string) => readFileSync(file, 'utf8');

  test('imports point one way', () => {
    const imports = sources.flatMap((file) => readImports(file, read(file)).map((specifier) => ({ file, specifier })));
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.map(brokenImportRule).filter(Boolean)).toEqual([]);
  });

  test('files stand where they belong and are named alike', () => {
    expect(files.map(brokenNameRule).filter(Boolean)).toEqual([]);
  });

  test('an index.ts is a registry', () => {
    expect(sources.map((file) => brokenIndexRule(file, read(file))).filter(Boolean)).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
}
