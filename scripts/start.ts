import { buildAll } from './builds.ts';
import { serve, type StaticServer } from './static-server.ts';

// npm start: builds the site and serves it until Ctrl-C.

const defaultPort = 4173;
const portsToTry = 20;

/** PORT if it is set, and only that one; otherwise the first free port from 4173 on. */
async function serveOnFreePort(): Promise<StaticServer> {
  const base = process.env.BASE_PATH ?? '';
  const wanted = process.env.PORT;
  if (wanted !== undefined && !(/^\d{1,5}$/.test(wanted) && Number(wanted) <= 65535)) {
    throw new Error(`PORT must be a number up to 65535, and is “${wanted}”.`);
  }
  const first = wanted === undefined ? defaultPort : Number(wanted);
  const last = wanted === undefined ? first + portsToTry - 1 : first;

  for (let port = first; port <= last; port += 1) {
    try {
      return await serve('build', { port, base });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(
    wanted === undefined
      ? `The ports ${first} to ${last} are all in use: set PORT to a free one.`
      : `Port ${wanted} is in use: set PORT to another one, or leave it out.`,
  );
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

// npm hands SIGTERM to the shell between it and this process, and no further: then that shell’s end is the signal.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.exit(0), 250).unref();

try {
  await buildAll();
  const { address } = await serveOnFreePort();
  console.log(`\nGatewalk is at ${address} (Ctrl-C stops it)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
