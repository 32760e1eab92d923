/** @module server: the pages and the interface over a store, on this machine only. */
export { createApp } from './app.ts';
export { readSignature, type Signature } from './case-submission.ts';
export { loadPublishedCases, type PublishedFile, type PublishedResult } from './published-cases.ts';
export { publishedAuthor, type RequestLine, type ServerParts } from './server-parts.ts';
export {
  defaultPort,
  type RunningServer,
  type ServerOptions,
  type StartResult,
  startServer,
} from './start-server.ts';
