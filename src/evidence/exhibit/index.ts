/** Tables of papers, printed again from the library. */
export { type ExhibitCell, type ExhibitTable, exhibitTable } from './exhibit-table.ts';
