/**
 * Survival analysis against R 4.2.2 (survival 3.5-3, survMisc 0.5.6), where the data folder is present: curves with every
 * interval, quantiles, delayed entry, restricted means, cumulative hazard and the log-rank family, to 1e-10.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as z from 'zod';
import {
  type KaplanMeierCurve,
  kaplanMeier,
  type LogRankWeight,
  logRank,
  nelsonAalen,
  restrictedMean,
  type SurvivalColumns,
  type SurvivalIntervalType,
  survivalAt,
  survivalIntervalTypes,
  survivalQuantile,
} from './index.ts';

const data = join(
  process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'statistics',
);
const file = join(data, 'reference-values.json');
const skip = existsSync(file) ? false : `${file} is absent`;

const cell = z.union([z.number(), z.null(), z.string()]);
const reference = z.looseObject({
  id: z.string(),
  topic: z.string(),
  dataset: z.string(),
  call: z.string(),
  expected: z.record(z.string(), z.union([cell, z.array(cell)])),
});
type Reference = z.infer<typeof reference>;
const all: readonly Reference[] =
  skip === false
    ? z
        .looseObject({ references: z.array(reference.or(z.unknown())) })
        .parse(JSON.parse(readFileSync(file, 'utf8')))
        .references.flatMap((each) => reference.safeParse(each).data ?? [])
    : [];
const topic = (name: string): readonly Reference[] => {
  const found = all.filter((each) => each.topic === name);
  if (skip === false) assert.ok(found.length > 0, name);
  return found;
};

type Table = ReadonlyMap<string, readonly string[]>;
function table(name: string): Table {
  const separator = name.endsWith('.tsv') ? '\t' : ',';
  const [head = '', ...lines] = readFileSync(join(data, 'data', name), 'utf8')
    .trim()
    .split(/\r?\n/);
  const plain = (text: string): string => text.trim().replaceAll('"', '');
  const rows = lines.map((line) => line.split(separator).map(plain));
  return new Map(
    head.split(separator).map((column, at) => [plain(column), rows.map((row) => row[at] ?? '')]),
  );
}

/** Columns that the calls of the reference name otherwise than the file. */
const renamed: Readonly<Record<string, string>> = { sx: 'sex' };

const column = (from: Table, name: string): readonly string[] => {
  const found = from.get(name) ?? from.get(renamed[name] ?? '');
  assert.ok(found, `no column ${name}`);
  return found;
};

/** `Surv(entry, time, event) ~ group + strata(other)` of a call. */
function formulaOf(call: string) {
  const match = /Surv\(([^)]+)\)\s*~\s*([\w.]+)(?:\s*\+\s*strata\(([\w.]+)\))?/.exec(call);
  assert.ok(match, call);
  const names = (match[1] ?? '').split(',').map((name) => name.trim());
  const [event = '', time = '', entry] = names.toReversed();
  return { entry, time, event, group: match[2] === '1' ? undefined : match[2], strata: match[3] };
}

interface Row {
  readonly time: number;
  readonly event: number;
  readonly entry: number | undefined;
  readonly group: string;
  readonly stratum: string;
}

function rowsOf({ id, call, dataset }: Reference): readonly Row[] {
  const { entry, time, event, group, strata } = formulaOf(call);
  const from = table(dataset);
  const statuses = column(from, event);
  // One reference takes one arm of its file, which only its id says.
  const arm = id.includes('g3_control') ? column(from, 'group') : undefined;
  const isTwo = new Set(statuses).has('2');
  const happened = (text: string): number => {
    const value = /^true$/i.test(text) ? 1 : /^false$/i.test(text) ? 0 : Number(text);
    return isTwo ? value - 1 : value;
  };
  return column(from, time)
    .map((text, at) => ({
      time: Number(text),
      event: happened(statuses[at] ?? ''),
      entry: entry === undefined ? undefined : Number(column(from, entry)[at]),
      group: group === undefined ? 'all' : (column(from, group)[at] ?? ''),
      stratum: strata === undefined ? 'all' : (column(from, strata)[at] ?? ''),
    }))
    .filter(
      (row, at) =>
        (arm === undefined || arm[at] === 'Control') &&
        Number.isFinite(row.time) &&
        row.stratum !== 'NA' &&
        row.stratum !== '' &&
        (row.entry === undefined || row.entry < row.time),
    );
}

function columnsOf(rows: readonly Row[]): SurvivalColumns {
  const isLate = rows.some(({ entry }) => entry !== undefined);
  return {
    time: Float64Array.from(rows, ({ time }) => time),
    event: Uint8Array.from(rows, ({ event }) => event),
    ...(isLate ? { entry: Float64Array.from(rows, ({ entry }) => entry ?? 0) } : {}),
  };
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** The levels of a factor: as the reference names them, numbers in their order, else as they come. */
function levelsOf(rows: readonly Row[], named?: unknown): readonly string[] {
  const levels = [...new Set(rows.map(({ group }) => group))];
  const names = listed(named).map((name) => String(name).split('=')[1] ?? String(name));
  if (names.length === levels.length && names.every((name) => levels.includes(name))) return names;
  return levels.every((level) => Number.isFinite(Number(level)))
    ? levels.toSorted((a, b) => Number(a) - Number(b))
    : levels.length === 2
      ? levels.toSorted()
      : levels;
}

function assertClose(actual: unknown, wanted: unknown, where: string, tolerance = 1e-10): void {
  if (wanted === null) assert.equal(actual, null, where);
  else {
    assert.ok(typeof actual === 'number', `${where}: ${String(actual)}, not ${Number(wanted)}`);
    const slack = tolerance * Math.max(1, Math.abs(Number(wanted)));
    assert.ok(Math.abs(actual - Number(wanted)) <= slack, `${where}: ${actual}, not ${Number(wanted)}`);
  }
}

function curveOf(rows: readonly Row[], interval: SurvivalIntervalType, confidence = 0.95): KaplanMeierCurve {
  const read = kaplanMeier(columnsOf(rows), { interval, confidence });
  assert.ok(read.ok);
  return read.curve;
}

function intervalOf(call: string): SurvivalIntervalType {
  const name = /conf\.type='([^']+)'/.exec(call)?.[1];
  const found = survivalIntervalTypes.find((type) => type === name);
  assert.ok(found, call);
  return found;
}

for (const name of ['kaplan-meier', 'left-truncation']) {
  test(`curves, bands and quantiles: ${name}`, { skip }, () => {
    for (const each of topic(name)) {
      const { id, call, expected } = each;
      const rows = rowsOf(each);
      const confidence = Number(/conf\.int=([\d.]+)/.exec(call)?.[1] ?? 0.95);
      const curves = levelsOf(rows, expected['strata']).map((level) =>
        curveOf(
          rows.filter(({ group }) => group === level),
          intervalOf(call),
          confidence,
        ),
      );
      const strata = listed(expected['strata']);
      const at = listed(expected['strata_at']);
      for (const [index, time] of listed(expected['times']).entries()) {
        const curve = curves[strata.indexOf(at[index])];
        assert.ok(curve, id);
        // A time printed twice in 15 digits was asked again as the next number behind it.
        const isAgain =
          index > 0 && listed(expected['times'])[index - 1] === time && at[index - 1] === at[index];
        const read = survivalAt(curve, Number(time) + (isAgain ? Number.EPSILON : 0));
        assert.ok(read.ok, `${id} ${String(time)}`);
        const { survival, standardError, lower, upper, atRisk } = read.value;
        const where = `${id} at ${String(time)}`;
        assertClose(survival, listed(expected['surv'])[index], `${where} S`);
        assertClose(standardError, listed(expected['std_err'])[index], `${where} error`);
        assertClose(lower, listed(expected['lower'])[index], `${where} lower`);
        assertClose(upper, listed(expected['upper'])[index], `${where} upper`);
        assertClose(atRisk, listed(expected['n_risk'])[index], `${where} at risk`);
      }
      const count = curves.length;
      for (const [part, key] of [
        ['time', 'quantiles'],
        ['lower', 'quantiles_lower'],
        ['upper', 'quantiles_upper'],
      ] as const)
        for (const [index, wanted] of listed(expected[key]).entries()) {
          const curve = curves[index % count];
          assert.ok(curve, id);
          const probability = [0.25, 0.5, 0.75][Math.floor(index / count)] ?? 0.5;
          assertClose(survivalQuantile(curve, probability)[part], wanted, `${id} ${key} ${probability}`);
        }
    }
  });
}

test('restricted means', { skip }, () => {
  for (const each of topic('rmst')) {
    const rows = rowsOf(each);
    const until = Number(each.expected['tau']);
    for (const [index, level] of levelsOf(rows, each.expected['strata']).entries()) {
      const curve = curveOf(
        rows.filter(({ group }) => group === level),
        'log-log',
      );
      const read = restrictedMean(curve, until);
      assert.ok(read.ok, each.id);
      assertClose(read.value.mean, listed(each.expected['rmst'])[index], each.id);
      assertClose(read.value.standardError, listed(each.expected['rmst_se'])[index], `${each.id} error`);
    }
  }
});

test('cumulative hazard and follow-up by the reverse curve', { skip }, () => {
  const hazard = nelsonAalen(
    columnsOf(
      rowsOf({
        id: '',
        topic: '',
        dataset: 'aml.csv',
        call: 'Surv(time, status) ~ 1',
        expected: {},
      }),
    ),
  );
  assert.ok(hazard.ok);
  for (const { id, expected } of topic('nelson-aalen'))
    for (const [index, wanted] of listed(expected['cumhaz']).entries()) {
      assertClose(hazard.value.hazard[index], wanted, id);
      assertClose(hazard.value.standardError[index], listed(expected['std_chaz'])[index], id);
    }
  for (const { id, dataset, expected } of topic('median-follow-up')) {
    const rows = rowsOf({ id, topic: '', dataset, call: 'Surv(futime, fustat) ~ 1', expected: {} });
    const curve = curveOf(
      rows.map((row) => ({ ...row, event: 1 - row.event })),
      'log-log',
    );
    const { time, lower, upper } = survivalQuantile(curve, 0.5);
    assertClose(time, expected['median'], id);
    assertClose(lower, expected['lower'], id);
    assertClose(upper, expected['upper'], id);
  }
});

function compared(rows: readonly Row[], weight: LogRankWeight) {
  const levels = levelsOf(rows);
  const strata = [...new Set(rows.map(({ stratum }) => stratum))].map((stratum) =>
    levels.map((level) => columnsOf(rows.filter((row) => row.stratum === stratum && row.group === level))),
  );
  const read = logRank(strata, weight);
  assert.ok(read.ok);
  return read.test;
}

test('log-rank and G-rho, plain and stratified', { skip }, () => {
  for (const each of topic('log-rank')) {
    const { id, call, expected } = each;
    const rho = Number(/rho=(\d)/.exec(call)?.[1]);
    const weight: LogRankWeight =
      rho === 0 ? { kind: 'log-rank' } : { kind: 'fleming-harrington', rho, gamma: 0 };
    const { chiSquare, degreesOfFreedom, p, groups, variance } = compared(rowsOf(each), weight);
    assertClose(chiSquare, expected['chisq'], `${id} chi-square`, 1e-9);
    assert.equal(degreesOfFreedom, expected['df'], id);
    assertClose(p, expected['p'], `${id} p`);
    for (const [index, { observed, expected: due, subjects }] of groups.entries()) {
      assertClose(observed, listed(expected['observed'])[index], `${id} observed`);
      assertClose(due, listed(expected['expected'])[index], `${id} expected`);
      assert.equal(subjects, listed(expected['n'])[index], id);
    }
    for (const [index, value] of variance.flat().entries())
      assertClose(value, listed(expected['variance'])[index], `${id} variance`, 1e-9);
  }
});

test('weighted log-rank: the statistics agree; survMisc has a variance 0.1% above that of survdiff', {
  skip,
}, () => {
  const weights: Readonly<Record<string, LogRankWeight>> = {
    '1': { kind: 'log-rank' },
    n: { kind: 'gehan' },
    sqrtN: { kind: 'tarone-ware' },
    S1: { kind: 'peto-peto' },
    S2: { kind: 'modified-peto-peto' },
    'FH_p=0_q=1': { kind: 'fleming-harrington', rho: 0, gamma: 1 },
    'FH_p=1_q=0': { kind: 'fleming-harrington', rho: 1, gamma: 0 },
    'FH_p=1_q=1': { kind: 'fleming-harrington', rho: 1, gamma: 1 },
    'FH_p=0.5_q=0.5': { kind: 'fleming-harrington', rho: 0.5, gamma: 0.5 },
    'FH_p=0.5_q=2': { kind: 'fleming-harrington', rho: 0.5, gamma: 2 },
  };
  for (const { id, expected } of topic('weighted-log-rank')) {
    const rows = rowsOf({
      id,
      topic: '',
      dataset: 'lung.csv',
      call: 'Surv(time, status) ~ sex',
      expected: {},
    });
    for (const [index, name] of listed(expected['weight']).entries()) {
      const weight = weights[String(name)];
      assert.ok(weight, String(name));
      const { groups, variance } = compared(rows, weight);
      const statistic = (groups[1]?.observed ?? 0) - (groups[1]?.expected ?? 0);
      assertClose(statistic, listed(expected['Q'])[index], `${id} ${String(name)}`);
      assertClose(variance[1]?.[1], listed(expected['Var'])[index], `${id} ${String(name)} variance`, 0.003);
    }
  }
});
