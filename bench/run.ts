/**
 * Everything that is measured: the engine, then the pages. `--quick`: fewer sizes; `--pages`: only the pages. Whatever
 * depends on a machine is reported as a ratio, and a result worse than hoped for is printed, never an error.
 */
if (!process.argv.includes('--pages')) await import('./engine.ts');
await import('./pages.ts');

export {};
