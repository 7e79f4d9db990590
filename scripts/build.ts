import { buildAll } from './builds.ts';

try {
  await buildAll();
} catch (error) {
  // Vite has reported what is wrong; a stack trace through this script would only bury it.
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
