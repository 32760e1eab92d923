/** The application on a port of this machine, and nowhere else. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import type { ServerParts } from './server-parts.ts';

/** The port when nobody says otherwise. */
export const defaultPort = 4170;

/** Where to listen. */
export interface ServerOptions extends ServerParts {
  /** 0 takes any free one. */
  readonly port?: number;
  /** Only the loopback interface is taken. */
  readonly host?: string;
}

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, finishes those under way (two seconds at most), and ends. */
  readonly close: () => Promise<void>;
}

/** What became of a start. */
export type StartResult =
  | { readonly ok: true; readonly server: RunningServer }
  | { readonly ok: false; readonly message: string };

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);
const closingMs = 2_000;

function refusalText(error: NodeJS.ErrnoException, port: number): string | undefined {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that program, or choose another port: --port ${port === 65_535 ? 4171 : port + 1}`;
    case 'EACCES':
      return `Port ${port} may not be used by this user. Choose one above 1023: --port ${defaultPort}`;
    case 'EADDRNOTAVAIL':
      return 'This machine has no such loopback address; leave out the host.';
    default:
      return undefined;
  }
}

/** Starts the server. @throws what the network gives beyond a taken or forbidden port */
export async function startServer(options: ServerOptions): Promise<StartResult> {
  const { port = defaultPort, host = '127.0.0.1', ...parts } = options;
  if (!loopback.has(host)) {
    const message = `The server answers this machine only (127.0.0.1); it does not listen on ${host}.`;
    return { ok: false, message };
  }
  const app = createApp(parts);
  const listener = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: { requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 5_000 },
  });
  const listening = Promise.withResolvers<NodeJS.ErrnoException | undefined>();
  listener.once('error', listening.resolve);
  listener.listen(port, host, () => listening.resolve(undefined));
  const error = await listening.promise;
  if (error !== undefined) {
    const message = refusalText(error, port);
    if (message === undefined) throw error;
    return { ok: false, message };
  }
  const address: AddressInfo | string | null = listener.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  const close = async (): Promise<void> => {
    const closed = Promise.withResolvers<void>();
    listener.close(() => closed.resolve());
    if ('closeIdleConnections' in listener) listener.closeIdleConnections();
    const timer = setTimeout(() => {
      if ('closeAllConnections' in listener) listener.closeAllConnections();
    }, closingMs);
    await closed.promise;
    clearTimeout(timer);
  };
  const name = host === '::1' ? '[::1]' : host;
  return { ok: true, server: { url: `http://${name}:${taken}`, port: taken, close } };
}
