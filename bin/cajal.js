#!/usr/bin/env node
import { ensureInstalled, mainProgram, run } from './launch.js';

ensureInstalled();
process.exit(await run([mainProgram(), ...process.argv.slice(2)]));
