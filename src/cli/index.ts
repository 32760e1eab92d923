/** @module cli: the command line. */
export { program } from './program.ts';
