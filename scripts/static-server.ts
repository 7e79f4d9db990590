import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

export interface StaticServer {
  /** The address of the site, ending in a slash. */
  address: string;
  close: () => Promise<void>;
}

/** Serves a built site the way static hosts do: folders end in a slash, and what is unknown gets 404.html. */
export async function serve(folder: string, { port = 0, base = '' } = {}): Promise<StaticServer> {
  const files = sirv(folder, { etag: true });

  const server = createServer((request, response) => {
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    const suffix = query === undefined ? '' : `?${query}`;
    const inside = path.startsWith(`${base}/`) && !path.startsWith('//') ? path.slice(base.length) : undefined;
    const isFolderWithoutSlash =
      path === base || (inside && !inside.endsWith('/') && existsSync(join(folder, inside, 'index.html')));

    if (isFolderWithoutSlash) {
      response.writeHead(301, { location: `${path}/${suffix}` }).end();
    } else if (inside === undefined) {
      sendNotFound(response, folder);
    } else {
      request.url = inside + suffix;
      files(request, response, () => sendNotFound(response, folder));
    }
  });

  await listen(server, port);
  const { port: actualPort } = server.address() as AddressInfo;
  return { address: `http://localhost:${actualPort}${base}/`, close: () => close(server) };
}

function sendNotFound(response: ServerResponse, folder: string): void {
  response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' }).end(readFileSync(join(folder, '404.html')));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // The loopback address by number: where the name means ::1, tools that know only 127.0.0.1 would find nobody.
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open; without this, closing would wait for them.
    server.closeAllConnections();
  });
}
