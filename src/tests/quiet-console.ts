import { afterEach } from 'vitest';

// A warning is a fault that was noticed and let through. Any console.warn or console.error fails the test during which
// it was written; a test that expects one replaces the console method with a spy.

const complaints: string[] = [];

for (const level of ['warn', 'error'] as const) {
  const write = console[level].bind(console);
  console[level] = (...parts: unknown[]) => {
    complaints.push(`console.${level}: ${parts.map(String).join(' ')}`);
    write(...parts);
  };
}

afterEach(() => {
  const found = complaints.splice(0);
  if (found.length > 0) {
    throw new Error(`The console must stay silent during a test, but this was written:\n${found.join('\n')}`);
  }
});
