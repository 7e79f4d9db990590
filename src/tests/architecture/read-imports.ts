import ts from 'typescript';

/** Everything a TypeScript file or a Svelte component imports, as written: static, dynamic, types and re-exports. */
export function readImports(file: string, source: string): string[] {
  const scripts = file.endsWith('.svelte') ? scriptsOfComponent(source) : [source];
  return scripts.flatMap((script) =>
    ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName),
  );
}

function scriptsOfComponent(source: string): string[] {
  return [...source.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
}
