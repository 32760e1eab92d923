/**
 * A browser for the tests that cannot hold them up. A call into a page (`evaluate`, a key) has no time limit of its own, and
 * neither has closing: so the browser runs as a process of its own, everything asked of it has a deadline, and a browser
 * that stalls is killed and asked once more from the start. What fails an assertion fails at once.
 */
import { existsSync } from 'node:fs';
import { type BrowserContext, type BrowserContextOptions, chromium, errors } from 'playwright-core';

const executablePath = process.env['CAJAL_CHROMIUM'] ?? '/usr/bin/chromium';

/** False where there is a browser, else why the tests that need one skip. */
export const withoutBrowser = existsSync(executablePath)
  ? false
  : `no browser at ${executablePath} (CAJAL_CHROMIUM names another)`;

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const startMs = 30_000;
const stepMs = 20_000;
const workMs = 90_000;
const closeMs = 5_000;

class BrowserStalled extends Error {
  override readonly name = 'BrowserStalled';
  constructor(what: string, ms: number) {
    super(`the browser did not answer within ${ms} ms: ${what}`);
  }
}

async function within<Answer>(ms: number, what: string, asked: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new BrowserStalled(what, ms)), ms);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function attempt(
  options: BrowserContextOptions,
  work: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const launched = chromium.launchServer({
    executablePath,
    headless: true,
    args: browserArguments,
    timeout: startMs,
  });
  const server = await within(startMs + closeMs, 'start', launched);
  try {
    const browser = await within(
      startMs,
      'connect',
      chromium.connect(server.wsEndpoint(), { timeout: startMs }),
    );
    const context = await within(stepMs, 'a window', browser.newContext(options));
    context.setDefaultTimeout(stepMs);
    const working = work(context);
    working.catch(() => undefined);
    await within(workMs, 'the pages of the test', working);
    await within(closeMs, 'close', browser.close()).catch(() => undefined);
  } finally {
    await within(closeMs, 'kill', server.kill()).catch(() => server.process().kill('SIGKILL'));
  }
}

/** Does the work in a new window of a new browser; where the browser stalls, once more. */
export async function inBrowser(
  options: BrowserContextOptions,
  work: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  try {
    await attempt(options, work);
  } catch (error) {
    if (!(error instanceof BrowserStalled || error instanceof errors.TimeoutError)) throw error;
    await attempt(options, work);
  }
}
