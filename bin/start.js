// `npm start`: the server on the embedded store, with the published cases loaded.
import { ensureInstalled, mainProgram, run } from './launch.js';

await ensureInstalled();
process.exit(await run([await mainProgram(), 'serve', ...process.argv.slice(2)]));
