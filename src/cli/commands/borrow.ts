/**
 * `cajal stats borrow`: baskets by themselves first, then with what each may borrow, under priors that are named, with what
 * depends on the prior of tau, and how often a rule would declare a basket active that is not.
 */
import { readSubjectColumns } from '../../formats/index.ts';
import {
  type BasketCounts,
  type BorrowedShare,
  type Borrowing,
  type BorrowingMethod,
  operatingCharacteristics,
  type ShareSummary,
  unborrowedFirst,
} from '../../statistics/index.ts';
import type { BorrowCommandOptions } from '../borrow-command.ts';
import { reportIssues } from '../outcome.ts';
import { print, table } from './stats.ts';
import { readWholeText } from './whole-file.ts';

interface NamedBasket extends BasketCounts {
  readonly basket: string;
}

/** The usual weight of the vague component in a robust prior. */
const robustWeight = 0.2;
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const interval = ({ equalTailed: { lower, upper } }: ShareSummary): string =>
  `${percent(lower)} to ${percent(upper)}`;
/** Three places, and never a certainty that is only rounding. */
const above = ({ aboveThreshold }: ShareSummary): string => {
  const probability = aboveThreshold ?? 0;
  if (probability > 0.9995) return '> 0.999';
  return probability < 0.0005 ? '< 0.001' : probability.toFixed(3);
};

function basketsOf(path: string, options: BorrowCommandOptions): readonly NamedBasket[] | undefined {
  const text = readWholeText(path);
  if (text === undefined) return undefined;
  const { basket, responses, patients } = options;
  const read = readSubjectColumns(text, {
    numbers: [responses, patients],
    labels: [basket],
  });
  reportIssues(read.issues.map((issue) => ({ ...issue, source: path })));
  return read.value?.rows.map(({ numbers, labels }) => ({
    basket: labels[basket] ?? '',
    responses: numbers[responses] ?? Number.NaN,
    patients: numbers[patients] ?? Number.NaN,
  }));
}

const methods: readonly {
  readonly name: string;
  readonly of: (basket: Borrowing['baskets'][number]) => BorrowedShare | null;
}[] = [
  { name: 'exchangeability models', of: ({ exchangeability }) => exchangeability },
  { name: 'hierarchical', of: ({ hierarchical }) => hierarchical },
  { name: 'EXNEX', of: ({ exnex }) => exnex },
  { name: 'robust prior', of: ({ robust }) => robust },
];

function printBaskets(
  baskets: readonly NamedBasket[],
  borrowing: Borrowing,
  { threshold, confidence }: BorrowCommandOptions,
): void {
  const [level, over] = [`${confidence * 100}% interval`, `P(rate > ${percent(threshold)})`];
  const named = baskets.map(({ basket }, at) => ({ basket, found: borrowing.baskets[at] }));
  print(
    table([
      ['by itself', 'responses', 'mean', level, over],
      ...named.map(({ basket, found }) => {
        const own = found?.unborrowed ?? null;
        return own === null
          ? [basket, '0/0', 'no patients', '', '']
          : [
              basket,
              `${found?.counts.responses}/${found?.counts.patients}`,
              percent(own.mean),
              interval(own),
              above(own),
            ];
      }),
    ]),
  );
  print('');
  const borrowed = named.flatMap(({ basket, found }) =>
    methods.flatMap(({ name, of }) => {
      const share = found === undefined ? null : of(found);
      if (share === null) return [];
      const { summary, borrowedPatients } = share;
      return [
        [basket, name, percent(summary.mean), interval(summary), above(summary), borrowedPatients.toFixed(1)],
      ];
    }),
  );
  const predicted = named.flatMap(({ basket, found }) => {
    const prediction = found?.prediction ?? null;
    return prediction === null
      ? []
      : [[basket, 'prediction', percent(prediction.mean), interval(prediction), above(prediction), '']];
  });
  print(
    table([['with the others', 'by', 'mean', level, over, 'patients borrowed'], ...borrowed, ...predicted]),
  );
}

function printPriors(borrowing: Borrowing): void {
  print('');
  print(`by itself: ${borrowing.prior}`);
  const { exchangeability, hierarchical, exnex } = borrowing;
  print(
    exchangeability.ok
      ? `exchangeability models: ${exchangeability.model.prior}; ${exchangeability.model.models} models`
      : `no exchangeability models: ${exchangeability.message}`,
  );
  if (hierarchical.ok) print(`hierarchical: ${hierarchical.model.prior}`);
  if (exnex.ok) print(`EXNEX: ${exnex.model.prior}`);
  print(
    `robust prior: what the hierarchical model foretells from the other baskets, with weight ${robustWeight} on Beta(1, 1)`,
  );
}

function printSensitivity(baskets: readonly NamedBasket[], { sensitivity }: Borrowing): void {
  const columns = sensitivity.flatMap(({ prior, reading }) =>
    reading.ok ? [{ prior, model: reading.model }] : [],
  );
  print('');
  print(
    table([
      ['hierarchical, by the prior of tau', ...columns.map(({ prior }) => prior)],
      ...baskets.map(({ basket }, at) => [
        basket,
        ...columns.map(({ model }) => {
          const own = model.baskets[at]?.summary;
          return own === undefined ? '' : `${percent(own.mean)}, ${above(own)}`;
        }),
      ]),
      ['tau, median', ...columns.map(({ model }) => model.tau.median.toFixed(2))],
    ]),
  );
}

const asked: readonly { readonly name: string; readonly method: BorrowingMethod }[] = [
  { name: 'by itself', method: { kind: 'unborrowed' } },
  { name: 'exchangeability models', method: { kind: 'exchangeability' } },
  { name: 'hierarchical', method: { kind: 'hierarchical' } },
  {
    name: 'EXNEX',
    method: { kind: 'hierarchical', nonExchangeable: { exchangeable: 0.5, apart: { mean: 0, sd: 2 } } },
  },
];

/** How often each basket is declared active: where no rate is above the threshold, and where one is. */
function printDeclared(
  baskets: readonly NamedBasket[],
  { threshold, active }: BorrowCommandOptions,
  cutoff: number,
): void {
  const seen = baskets.filter(({ patients }) => patients > 0);
  const none = seen.map(() => threshold);
  const one = active === undefined ? [] : seen.map((_, at) => none.with(at, active));
  const rows: (readonly string[])[] = [];
  const refused: string[] = [];
  for (const { name, method } of asked) {
    const patients = seen.map((basket) => basket.patients);
    const read = operatingCharacteristics({ patients, scenarios: [none, ...one], threshold, cutoff, method });
    if (!read.ok) {
      refused.push(`${name}: not enumerated: ${read.message}`);
      continue;
    }
    const [first, ...others] = read.scenarios;
    for (const [at, { basket }] of seen.entries()) {
      const declared = others.map((scenario) => scenario.baskets[at]?.declared ?? 0);
      rows.push([
        basket,
        name,
        percent(first?.baskets[at]?.declared ?? 0),
        ...(one.length === 0
          ? []
          : [
              percent(Math.max(0, ...declared.filter((_, other) => other !== at))),
              percent(declared[at] ?? 0),
            ]),
      ]);
    }
    rows.push(['any', name, percent(first?.anyFalsePositive ?? 0), ...(one.length === 0 ? [] : ['', ''])]);
  }
  print('');
  const head = active === undefined ? [] : ['wrongly, one other active', 'rightly, it alone active'];
  print(table([['declared active', 'by', 'wrongly, none active', ...head], ...rows]));
  for (const line of refused) print(line);
  const truth = active === undefined ? '' : `, ${percent(active)} where active`;
  print(
    `Declared where P(rate > ${percent(threshold)}) > ${cutoff}; true rates ${percent(threshold)}${truth}; all outcomes enumerated.`,
  );
}

/** Prints baskets with and without borrowing. */
export function borrowCommand(path: string, options: BorrowCommandOptions): void {
  const baskets = basketsOf(path, options);
  if (baskets === undefined) return;
  const { threshold, confidence, cutoff } = options;
  const read = unborrowedFirst(baskets, { threshold, confidence, robustWeight });
  if (!read.ok) {
    reportIssues([{ code: 'wrong-value', severity: 'error', message: read.message, source: path }]);
    return;
  }
  const { borrowing } = read;
  if (options.json) {
    const named = borrowing.baskets.map((each, at) => ({ basket: baskets[at]?.basket ?? '', ...each }));
    print(JSON.stringify({ ...borrowing, baskets: named }, null, 2));
    return;
  }
  printBaskets(baskets, borrowing, options);
  printPriors(borrowing);
  printSensitivity(baskets, borrowing);
  if (cutoff !== undefined) printDeclared(baskets, options, cutoff);
  print('');
  print(
    'Whether baskets are alike enough to borrow, no method tells; where it changes the answer, the first table stands.',
  );
}
