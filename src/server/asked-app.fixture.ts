/** An application over a store in an empty folder, for tests to ask; and the case files that tests send. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { study } from '../evidence/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { createApp } from './app.ts';
import type { RequestLine, ServerParts } from './server-parts.ts';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Studies that say nothing and can be left out by name. */
const nameableStudies = ['a', 'b', 'c'].map((letter) =>
  study.parse({
    cajal: 'study/1',
    id: `study-${letter}`,
    title: `Study ${letter}`,
    citation: { year: 2000 },
    published: '2000',
    verification: 'read',
    readIn: { document: letter },
    design: { type: 'review' },
    selection: 'notApplicable',
    population: { words: 'nobody', entity: 'nen' },
  }),
);

/** A library that says nothing: what a page or a route does is the same with it. */
export const emptyKnowledge: Knowledge = {
  hash: '0'.repeat(64),
  base: {
    evidence: { studies: nameableStudies, statements: [], approvals: [] },
    options: { options: [], ladders: [], cautions: [], tests: [], stanceRules: [] },
  },
};

/** The text of a published case. */
export function exampleText(name: string): string {
  return readFileSync(join(root, 'examples', name), 'utf8');
}

/** A small case that can be used. */
export const smallCase = `cajal: case/1
id: small
title: A small case
provenance: { kind: synthetic, statement: Made up for a test. }
patient: { sex: female, label: Woman of 50 }
decisionPoints:
  - { id: first, date: '2020-05', label: First board, question: What now? }
`;

export interface AskedApp {
  readonly store: Store;
  readonly lines: readonly RequestLine[];
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => void;
}

/** Opens one. The clock stands still. */
export function openAskedApp(
  change: (store: Store) => Store = (store) => store,
  more: Partial<Pick<ServerParts, 'outside' | 'knowledge' | 'printed'>> = {},
): AskedApp {
  const folder = mkdtempSync(join(tmpdir(), 'cajal-server-'));
  const now = () => '2026-09-09T14:05:00.000Z';
  const opened = openStore({ folder, now });
  if (!opened.ok) throw new Error(opened.issue.message);
  const store = change(opened.store);
  const lines: RequestLine[] = [];
  const app = createApp({
    store,
    knowledge: emptyKnowledge,
    softwareVersion: '0.0.0-test',
    now,
    ...more,
    log: (line) => lines.push(line),
  });
  return {
    store,
    lines,
    ask: async (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has('host')) headers.set('host', '127.0.0.1:4170');
      return app.request(path, { ...init, headers });
    },
    close: () => {
      opened.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Headers of a write. */
export const signed = {
  'X-Cajal-Author': 'ana',
  'X-Cajal-Reason': 'test',
  'Content-Type': 'application/yaml',
};

/** A form as a browser sends it. */
export function formOf(fields: Readonly<Record<string, string | Blob>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value);
    else form.set(name, value, 'case.yaml');
  }
  return form;
}
