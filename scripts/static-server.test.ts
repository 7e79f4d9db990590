import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type StaticServer } from './static-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatewalk-site-'));

beforeAll(() => {
  mkdirSync(join(folder, 'en', 'lesson'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'not here');
  writeFileSync(join(folder, 'boot.js'), '1');
  writeFileSync(join(folder, 'en', 'lesson', 'index.html'), 'lesson');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each([{ base: '' }, { base: '/gatewalk' }])('a site at "$base/"', ({ base }) => {
  let server: StaticServer;
  beforeAll(async () => void (server = await serve(folder, { base })));
  afterAll(() => server.close());

  const get = (path: string) => fetch(new URL(path, server.address), { redirect: 'manual' });

  test('serves the home page and files with their content types', async () => {
    expect(await (await get('')).text()).toBe('home');
    expect((await get('boot.js')).headers.get('content-type')).toMatch('javascript');
  });

  test('serves a folder’s page, and leads there from the address without the slash', async () => {
    expect(await (await get('en/lesson/')).text()).toBe('lesson');
    const redirect = await get('en/lesson?at=loss');
    expect(redirect.status).toBe(301);
    expect(redirect.headers.get('location')).toBe(`${base}/en/lesson/?at=loss`);
  });

  test.each(['unknown', 'en/unknown/', '%', '/elsewhere', '//'])('answers %s with the 404 page', async (path) => {
    const { port } = new URL(server.address);
    const url = path.startsWith('/') ? `http://localhost:${port}${path}` : server.address + path;
    const response = await fetch(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('not here');
  });
});
