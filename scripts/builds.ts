import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inlineNeighbours } from './inline-neighbours.ts';

/** Everything `npm run build` makes: the site in build/, and in it, for a USB stick, all of it as one file. */
export async function buildAll(): Promise<void> {
  // The site comes last, so that SvelteKit leaves behind the types of the site, which editors read.
  const singleFile = await buildSingleFile();
  await buildSite({ folder: 'build', base: process.env.BASE_PATH ?? '' });
  writeFileSync('build/gatewalk.html', singleFile);
  console.log('Built the site, build/, and the same as one file, build/gatewalk.html.');
}

/** Builds the site for a server that offers it under `base`: `''`, or a path such as `/name`. */
export function buildSite({ folder, base }: { folder: string; base: string }): Promise<void> {
  return viteBuild({ GATEWALK_OUTPUT_FOLDER: folder, BASE_PATH: base });
}

/** One HTML page that runs when opened by double click, without a server. */
async function buildSingleFile(): Promise<string> {
  const folder = 'build-single-file';
  await viteBuild({ GATEWALK_SINGLE_FILE: '1', GATEWALK_OUTPUT_FOLDER: folder, BASE_PATH: '' });
  const page = readFileSync(`${folder}/gatewalk.html`, 'utf8');
  rmSync(folder, { recursive: true });
  return inlineNeighbours(page, (name) => readFileSync(`static/${name}`, 'utf8'));
}

/** Each build is a process of its own, because SvelteKit reads its configuration once per process. */
function viteBuild(environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
      // What a build says on standard output matters only to whoever has to find out why it failed.
      stdio: ['ignore', 'pipe', 'inherit'],
      // Started from a test runner, a build would otherwise think itself part of a test, and build for development.
      env: { ...process.env, NODE_ENV: 'production', VITEST: '', ...environment },
    });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${output}The build failed (${signal ?? `exit code ${code}`}).`));
    });
  });
}
