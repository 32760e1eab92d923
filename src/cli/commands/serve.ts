/** `cajal serve`, which `npm start` runs: the server on the embedded store, with the published cases in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  knowledgePlaces,
  type LoadedPacks,
  loadKnowledge,
  loadPrinted,
  outsideKnowledgeOf,
  packShelf,
} from '../../knowledge/index.ts';
import { issueText } from '../../reading/index.ts';
import type { OutsideKnowledge } from '../../report/index.ts';
import {
  loadPublishedCases,
  type PublishedFile,
  type RequestLine,
  type RunningServer,
  startServer,
} from '../../server/index.ts';
import type { Store } from '../../store/index.ts';
import { homeFolder, softwareVersion } from '../home.ts';
import { plainForTerminal } from '../outcome.ts';
import type { ServeOptions } from '../store-options.ts';
import { dataFolder, now, openOrReport } from './data.ts';

function publishedFiles(): readonly PublishedFile[] {
  const folder = join(homeFolder, 'examples');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** The packs as they are now; a damaged one is named once on the terminal and left out. */
function outsideOf(data: string): () => OutsideKnowledge {
  const shelf = packShelf(data);
  let held: { readonly loaded: LoadedPacks; readonly outside: OutsideKnowledge } | undefined;
  return () => {
    const loaded = shelf();
    if (held === undefined || held.loaded !== loaded) {
      for (const issue of loaded.issues) process.stderr.write(`${plainForTerminal(issueText(issue))}\n`);
      held = { loaded, outside: outsideKnowledgeOf(loaded) };
    }
    return held.outside;
  };
}

const cases = (count: number): string => (count === 1 ? '1 case' : `${count} cases`);

function bringPublishedCases(store: Store): void {
  const { added, updated, issues } = loadPublishedCases(store, publishedFiles());
  if (added > 0) process.stderr.write(`published cases: ${cases(added)} added\n`);
  if (updated > 0) process.stderr.write(`published cases: ${cases(updated)} brought up to date\n`);
  for (const issue of issues.filter((each) => each.severity === 'error'))
    process.stderr.write(`published case left out: ${plainForTerminal(issueText(issue))}\n`);
}

function logLine({ method, route, status, ms, fault }: RequestLine): void {
  process.stderr.write(
    `${method} ${route} ${status} ${ms} ms${fault === undefined ? '' : ` fault: ${fault}`}\n`,
  );
}

/** Ends the server and the store on the first signal; a second signal ends the process at once. */
function endOnSignal(server: RunningServer, store: Store): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      void server.close().then(() => {
        store.close();
        process.exit(0);
      });
    });
  }
}

/** Opens the store, brings the published cases into it, and serves until a signal. */
export async function serveCommand(options: ServeOptions): Promise<void> {
  const store = openOrReport({ folder: dataFolder(options.data), exclusive: true });
  if (store === undefined) return;
  let server: RunningServer | undefined;
  try {
    bringPublishedCases(store);
    const started = await startServer({
      store,
      knowledge: loadKnowledge(knowledgePlaces(homeFolder)),
      outside: outsideOf(dataFolder(options.data)),
      printed: () => loadPrinted(knowledgePlaces(homeFolder)),
      softwareVersion,
      now,
      port: options.port,
      log: (line) => {
        if (options.log || line.fault !== undefined) logLine(line);
      },
    });
    if (!started.ok) {
      process.stderr.write(`cajal: ${started.message}\n`);
      process.exitCode = 1;
      return;
    }
    server = started.server;
  } finally {
    if (server === undefined) store.close();
  }
  endOnSignal(server, store);
  store.announce(server.url);
  process.stdout.write(`${server.url}\ndata: ${plainForTerminal(store.folder)}\n`);
}
