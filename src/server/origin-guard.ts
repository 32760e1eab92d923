/**
 * Only pages of this server may talk to it. A browser says where a request comes from in `Origin` and
 * `Sec-Fetch-Site` (W3C Fetch Metadata); programs without a browser send neither and are answered.
 *
 * Because pages are served with `Referrer-Policy: no-referrer`, a form of our own is sent with `Origin: null`
 * (Fetch standard, "append a request Origin header"); it counts as ours only when `Sec-Fetch-Site` says so.
 */

/** What a request says about where it comes from. */
export interface RequestOrigin {
  readonly method: string;
  readonly host: string;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
}

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Why a request comes from elsewhere; undefined when it may be answered. */
export function foreignOrigin(request: RequestOrigin): string | undefined {
  const { host, origin, fetchSite, fetchMode } = request;
  const isSafe = safeMethods.has(request.method);
  const isOwn = fetchSite === 'same-origin' || fetchSite === 'none';
  if (origin !== undefined && origin !== 'null' && origin.toLowerCase() !== `http://${host.toLowerCase()}`)
    return 'The request comes from a page of another site.';
  if (origin === 'null' && !isOwn && !isSafe) return 'The request does not say from which page it comes.';
  if (fetchSite === undefined || isOwn) return undefined;
  if (isSafe && fetchMode === 'navigate') return undefined;
  return 'The browser says that the request comes from another site.';
}
