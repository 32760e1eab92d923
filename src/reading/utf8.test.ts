/** Decoding agrees with the platform's strict decoder on every input. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeUtf8, utf8Length } from './utf8.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function platformText(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

const nearUtf8 = fc
  .array(
    fc.constantFrom(
      0x41,
      0x80,
      0xbf,
      0xc0,
      0xc2,
      0xe0,
      0xa0,
      0xed,
      0x9f,
      0xef,
      0xbb,
      0xf0,
      0x90,
      0xf4,
      0x8f,
      0xff,
    ),
  )
  .map((bytes) => Uint8Array.from(bytes));

test('any bytes decode as the platform decodes them, or are refused as it refuses them', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), nearUtf8), (bytes) => {
      const decoded = decodeUtf8(bytes);
      const expected = platformText(bytes);
      if ('text' in decoded) {
        assert.equal(decoded.text, expected);
        return;
      }
      assert.equal(expected, undefined);
      const sound = platformText(bytes.subarray(0, decoded.invalidAt));
      assert.notEqual(sound, undefined, 'the bytes before the place are sound');
    }),
    { numRuns: 5000 },
  );
});

test('any text comes back from its bytes, and its length is that of its bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 6000 }), (text) => {
      const bytes = new TextEncoder().encode(text);
      assert.deepEqual(decodeUtf8(bytes), { text });
      assert.equal(utf8Length(text), bytes.length);
    }),
  );
});
