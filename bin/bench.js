// `npm run bench`: the measurements of bench/, each against a named limit or peer, in one run.
import { join } from 'node:path';
import { ensureInstalled, home, run } from './launch.js';

await ensureInstalled();
process.exit(await run([join(home, 'bench', 'run.ts'), ...process.argv.slice(2)]));
