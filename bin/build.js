// `npm run build` (and `npm pack`): compiled JavaScript, the JSON schemas and the compiled knowledge in dist/.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, home, run } from './launch.js';
import { bundle } from './program.js';

await ensureInstalled();
process.chdir(home);
rmSync(join(home, 'dist'), { recursive: true, force: true });
for (const command of [
  [join(home, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
  [join(home, 'scripts', 'build-assets.ts')],
]) {
  const code = await run(command);
  if (code !== 0) process.exit(code);
}
await bundle(home, ['src', 'cli', 'main.ts'], join(home, 'dist', 'program'));
