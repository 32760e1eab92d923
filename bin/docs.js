// `npm run docs`: the generated tables of docs/.
import { join } from 'node:path';
import { ensureInstalled, home, run } from './launch.js';

await ensureInstalled();
process.exit(await run([join(home, 'scripts', 'docs', 'write-generated.ts')]));
