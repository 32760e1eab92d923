/**
 * Only requests that name this machine are answered. A page of another site whose name was made to point to 127.0.0.1
 * (DNS rebinding) still sends its own name in `Host`, and is turned away with 421 (RFC 9110, section 15.5.20).
 */

const loopbackName = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** True for a `Host` header that names the loopback interface. */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && loopbackName.test(host);
}
