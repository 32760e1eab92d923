// `npm run bench [-- NAME...]`: the measurements of bench/, each against a named limit or peer, one after another; ends
// with 1 where one of them misses its limit. NAME is run, formats, relations, notation, statistics, cox, fisher or evidence; without one, all.
import { join } from 'node:path';
import { ensureInstalled, home, run } from './launch.js';

const all = ['run', 'formats', 'relations', 'notation', 'statistics', 'cox', 'fisher', 'evidence'];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no measurement ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  process.exit(2);
}
await ensureInstalled();
let code = 0;
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n# bench/${name}.ts\n`);
  const ended = await run([join(home, 'bench', `${name}.ts`)]);
  if (ended !== 0) code = 1;
}
process.exit(code);
