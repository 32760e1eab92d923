/** The styles of the pages around a report. */
import { appColours } from './app-colours.ts';
import { appControls } from './app-controls.ts';
import { appEvidence } from './app-evidence.ts';
import { appLayout } from './app-layout.ts';
import { appReading } from './app-reading.ts';

export const appCss = `${appColours}${appLayout}${appControls}${appReading}${appEvidence}`;
