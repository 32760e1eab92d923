/** The body of a request, read no further than a limit. */

/** The largest case that is taken, in bytes. */
export const maximumCaseBytes = 5_000_000;
/** What a form adds around the case: the boundaries and the other fields. */
export const maximumFormBytes = maximumCaseBytes + 100_000;

/**
 * The bytes; undefined when there are more than allowed. A body that announces its length is not read in vain. The
 * rest of a body that is too large is left where it is: the server of Node ends such a connection by itself.
 */
export async function readLimitedBody(
  request: Request,
  maximumBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get('content-length') ?? '0') > maximumBytes) return undefined;
  if (request.body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maximumBytes) {
      reader.releaseLock();
      return undefined;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
