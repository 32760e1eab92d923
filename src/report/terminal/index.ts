/** The report in a terminal. */
export { renderTerminal, type TerminalOptions } from './render-terminal.ts';
