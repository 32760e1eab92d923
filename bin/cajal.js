#!/usr/bin/env node
import { ensureInstalled, mainProgram, run } from './launch.js';

await ensureInstalled();
process.exit(await run([await mainProgram(), ...process.argv.slice(2)]));
