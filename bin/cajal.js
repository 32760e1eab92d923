#!/usr/bin/env node
import { ensureInstalled, mainProgram, run } from './launch.js';

await ensureInstalled();
process.exit(await run([mainProgram(), ...process.argv.slice(2)]));
