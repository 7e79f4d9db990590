/** One of the processes that `run.ts` starts: measures the sizes it is sent and sends back what it found. */
import { measure } from './measure.ts';
import type { Sizes } from './problem.ts';

process.once('message', (sizes: Sizes[]) => {
  process.send!(measure(sizes), () => process.disconnect());
});
