/** Runs Python scripts where Python is installed: what the site shows as code is tried as code. */
import { spawnSync } from 'node:child_process';

/** A Python that can import `module`; undefined where there is none, and what needs it cannot be tried. */
export const pythonWith = (module: string): string | undefined =>
  ['python3', '/usr/bin/python3'].find((python) => spawnSync(python, ['-c', `import ${module}`]).status === 0);

/** All in one process, each with names of its own: starting Python takes longer than a hundred scripts. */
const runner = `
import contextlib, io, json, sys, traceback, warnings
warnings.simplefilter("error")
outputs = []
for script in json.load(sys.stdin):
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(script, "script", "exec"), {"__name__": "__main__"})
    except Exception:
        printed.write(traceback.format_exc() + script)
    outputs.append(printed.getvalue())
json.dump(outputs, sys.stdout)
`;

/** What each script prints. A script that fails, or warns, prints why, and itself. */
export function runPython(python: string, scripts: readonly string[]): string[] {
  const { stdout, stderr, status } = spawnSync(python, ['-c', runner], {
    input: JSON.stringify(scripts),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}

/** The numbers in what a script has printed, brackets and all; NaN where it is something else. */
export function numbersIn(printed: string): number[] {
  try {
    return [JSON.parse(printed) as number | number[]].flat(3) as number[];
  } catch {
    return [NaN];
  }
}
