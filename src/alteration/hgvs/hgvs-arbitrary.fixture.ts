/** Random descriptions for property tests: every form that the types can hold, as long as it makes sense to print it. */
import fc from 'fast-check';
import type { HgvsReference, HgvsVariant, NucleotideType } from './hgvs-variant.ts';
import type {
  Count,
  InsertedPart,
  MixedEdit,
  NucleotideBound,
  NucleotideChange,
  NucleotideEdit,
  NucleotideInterval,
  NucleotidePosition,
  PlainNucleotideEdit,
  Removed,
} from './nucleotide-change.ts';
import type {
  PlainProteinEdit,
  ProteinDescription,
  ProteinEdit,
  ProteinInterval,
} from './protein-description.ts';

const accession = fc.record({
  id: fc.constantFrom('NM_000222', 'NC_000004', 'LRG_307t1', 'ENST00000288135', 'U14680', 'KIT', 'HLA-A'),
  version: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
});

/** A reference; what stands in parentheses is either a gene or a sequence. */
const reference: fc.Arbitrary<HgvsReference> = fc.oneof(
  fc.record({
    accession,
    gene: fc.constantFrom(undefined, 'KIT', 'C9orf72'),
    within: fc.constant(undefined),
  }),
  fc.record({
    accession,
    gene: fc.constant(undefined),
    within: fc.record({ id: fc.constant('NM_000222'), version: fc.constantFrom(undefined, 3) }),
  }),
);

const base = fc.integer({ min: 1, max: 999_999 });
const offset = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  fc.integer({ min: -99, max: 99 }),
  fc.constantFrom('+?' as const, '-?' as const),
);

function position(type: NucleotideType): fc.Arbitrary<NucleotidePosition> {
  const isGenomic = type === 'g' || type === 'm' || type === 'o';
  const counted = fc.record({
    at:
      isGenomic || type === 'n'
        ? fc.constant('sequence' as const)
        : fc.constantFrom('sequence', 'beforeStart', 'afterStop'),
    base,
    offset: isGenomic ? fc.constant(0) : offset,
  });
  const named = type === 'g' ? (['unknown', 'pter', 'qter', 'cen'] as const) : (['unknown'] as const);
  return fc.oneof({ weight: 8, arbitrary: counted }, fc.record({ at: fc.constantFrom(...named) }));
}

function interval(type: NucleotideType): fc.Arbitrary<NucleotideInterval> {
  const one = position(type);
  const between = fc.record({ at: fc.constant('between' as const), from: one, to: one });
  const bound: fc.Arbitrary<NucleotideBound> = fc.oneof({ weight: 3, arbitrary: one }, between);
  return fc.oneof(
    fc.record({ start: one, end: fc.constant(undefined), isUncertain: fc.constant(false) }),
    fc.record({ start: bound, end: bound, isUncertain: fc.constant(false) }),
    fc.record({ start: one, end: one, isUncertain: fc.constant(true) }),
  );
}

const number = fc.oneof(fc.nat(200), fc.constant('?' as const));
const count: fc.Arbitrary<Count> = fc.oneof(number, fc.record({ from: number, to: number }));

function sequence(type: NucleotideType): fc.Arbitrary<string> {
  const letters = type === 'r' ? 'ACGUNRY' : 'ACGTNRY';
  return fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: 1, maxLength: 6 });
}

function range(type: NucleotideType): fc.Arbitrary<InsertedPart & { readonly kind: 'range' }> {
  const kind = fc.constant('range' as const);
  return fc.oneof(
    fc.record({
      kind,
      reference: fc.constant(undefined),
      type: fc.constant(undefined),
      interval: fc
        .record({ start: position(type), end: position(type), isUncertain: fc.constant(false) })
        .filter(({ start }) => 'base' in start),
      isInverted: fc.boolean(),
    }),
    fc.record({
      kind,
      reference,
      type: fc.constant('g' as const),
      interval: interval('g'),
      isInverted: fc.boolean(),
    }),
  );
}

function part(type: NucleotideType): fc.Arbitrary<InsertedPart> {
  return fc.oneof(
    fc.record({ kind: fc.constant('sequence' as const), sequence: sequence(type) }),
    fc.record({ kind: fc.constant('repeat' as const), sequence: sequence(type), count }),
    fc.record({ kind: fc.constant('count' as const), count }),
    range(type),
  );
}

const partly = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

function plainEdit(type: NucleotideType): fc.Arbitrary<PlainNucleotideEdit> {
  const removed: fc.Arbitrary<Removed> = fc.oneof(partly(sequence(type)), fc.nat(99));
  const letter = sequence(type).map((text) => text.charAt(0));
  const inserted = fc.oneof(
    sequence(type),
    part(type)
      .filter(({ kind }) => kind !== 'sequence')
      .map((each) => [each]),
    fc.array(part(type), { minLength: 2, maxLength: 3 }),
  );
  return fc.oneof(
    fc.record({ kind: fc.constant('substitution' as const), removed: letter, inserted: letter }),
    fc.record({ kind: fc.constantFrom('deletion' as const, 'inversion' as const), removed }),
    fc.record({
      kind: fc.constantFrom('duplication' as const, 'identity' as const),
      removed: partly(sequence(type)),
    }),
    fc.record({ kind: fc.constant('insertion' as const), inserted }),
    fc
      .record({ kind: fc.constant('delins' as const), removed, inserted })
      .filter((each) => typeof each.removed !== 'string' || each.removed.length > 1),
    fc.record({ kind: fc.constant('conversion' as const), source: range(type) }),
    fc.record({
      kind: fc.constant('repeat' as const),
      units: fc.oneof(
        fc.record({ sequence: fc.constant(undefined), count }).map((unit) => [unit]),
        fc.array(fc.record({ sequence: sequence(type), count }), { minLength: 1, maxLength: 3 }),
      ),
    }),
    fc.record({ kind: fc.constant('copy' as const), count: fc.nat(9) }),
    fc.record({
      kind: fc.constant('methylation' as const),
      state: fc.constantFrom('gom' as const, 'lom' as const, 'met=' as const),
    }),
    fc.record({ kind: fc.constant('unknown' as const) }),
  );
}

function mixed<Edit>(one: fc.Arbitrary<Edit>): fc.Arbitrary<Edit | MixedEdit<Edit>> {
  const two = fc.record({
    kind: fc.constant('mixture' as const),
    isChimeric: fc.boolean(),
    of: fc.tuple(one, one),
  });
  return fc.oneof({ weight: 9, arbitrary: one }, two);
}

function edit(type: NucleotideType): fc.Arbitrary<NucleotideEdit> {
  return mixed(plainEdit(type));
}

function nucleotideChange(type: NucleotideType): fc.Arbitrary<NucleotideChange> {
  const isPredicted = type === 'r' ? fc.boolean() : fc.constant(false);
  const placed = fc.record({ interval: interval(type), edit: edit(type), isPredicted });
  const kinds = type === 'r' ? (['unknown', 'absent'] as const) : (['unknown'] as const);
  const wholeEdit: fc.Arbitrary<NucleotideEdit> = fc.oneof(
    fc.record({ kind: fc.constantFrom(...kinds) }),
    fc.record({ kind: fc.constant('identity' as const), removed: fc.constant(undefined) }),
    ...(type === 'r' ? [fc.record({ kind: fc.constant('splice' as const), isPossible: fc.boolean() })] : []),
  );
  const whole = fc.record({ interval: fc.constant(undefined), edit: wholeEdit, isPredicted });
  return fc.oneof({ weight: 6, arbitrary: placed }, whole);
}

const known = fc.constantFrom(...'ACDEFGHIKLMNPQRSTVWYU'.split(''));
const anyResidue = fc.oneof({ weight: 9, arbitrary: known }, fc.constantFrom('B', 'Z', 'X'));
const orStop = fc.oneof({ weight: 5, arbitrary: anyResidue }, fc.constant('*'));
const residues = fc
  .record({ body: fc.array(anyResidue, { minLength: 1, maxLength: 5 }), isStopped: fc.boolean() })
  .map(({ body, isStopped }) => body.join('') + (isStopped ? '*' : ''));
const place = fc.record({
  residue: fc.oneof({ weight: 9, arbitrary: known }, fc.constant('*')),
  position: fc.nat(2000),
});
const knownPlace = fc.record({ residue: known, position: fc.nat(2000) });
const proteinInterval: fc.Arbitrary<ProteinInterval> = fc.oneof(
  fc.record({ start: place, end: partly(place), isUncertain: fc.constant(false) }),
  fc.record({ start: place, end: place, isUncertain: fc.constant(true) }),
);
const inserted = fc.oneof(
  residues,
  fc.record({ kind: fc.constant('count' as const), residue: anyResidue, count }),
  fc.record({ kind: fc.constant('stop' as const), at: fc.nat(99) }),
  fc.record({
    kind: fc.constant('range' as const),
    interval: fc.record({ start: knownPlace, end: knownPlace, isUncertain: fc.constant(false) }),
  }),
);

const plainProteinEdit: fc.Arbitrary<PlainProteinEdit> = fc.oneof(
  fc.record({ kind: fc.constant('substitution' as const), to: orStop }),
  fc.record({
    kind: fc.constant('anyOf' as const),
    residues: fc.array(orStop, { minLength: 2, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constantFrom(
      'deletion' as const,
      'duplication' as const,
      'identity' as const,
      'unknown' as const,
    ),
  }),
  fc.record({ kind: fc.constantFrom('insertion' as const, 'delins' as const), inserted }),
  fc.record({ kind: fc.constant('repeat' as const), count }),
  fc.record({ kind: fc.constant('frameshift' as const), to: partly(orStop), stop: partly(number) }),
  fc.record({
    kind: fc.constant('extension' as const),
    to: partly(orStop),
    terminus: fc.constant('C' as const),
    length: partly(number),
    residues: fc.constant(undefined),
  }),
  fc.record({
    kind: fc.constant('extension' as const),
    to: partly(orStop),
    terminus: fc.constant('C' as const),
    length: fc.constant(undefined),
    residues: fc.array(known, { minLength: 1, maxLength: 4 }).map((body) => `${body.join('')}*`),
  }),
  fc.record({
    kind: fc.constant('extension' as const),
    to: partly(orStop),
    terminus: fc.constant('N' as const),
    length: fc.nat(99),
    residues: partly(anyResidue),
  }),
  fc.record({
    kind: fc.constant('extension' as const),
    to: partly(orStop),
    terminus: fc.constant(undefined),
    length: fc.constant(undefined),
    residues: fc.constant(undefined),
  }),
);

const proteinEdit: fc.Arbitrary<ProteinEdit> = mixed(plainProteinEdit);

const proteinChange: fc.Arbitrary<ProteinDescription> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ interval: proteinInterval, edit: proteinEdit, isPredicted: fc.boolean() }),
  },
  fc.constantFrom<ProteinDescription>(
    { interval: undefined, edit: { kind: 'identity' }, isPredicted: false },
    { interval: undefined, edit: { kind: 'identity' }, isPredicted: true },
    { interval: undefined, edit: { kind: 'unknown' }, isPredicted: false },
    { interval: undefined, edit: { kind: 'absent', isProbable: true }, isPredicted: false },
    { interval: undefined, edit: { kind: 'absent', isProbable: false }, isPredicted: false },
  ),
);

const anyReference = partly(reference);

function alleles<Change>(change: fc.Arbitrary<Change>) {
  const joint = fc.constantFrom(';' as const, '(;)' as const, ',' as const);
  const bracketed = fc
    .record({
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
      joints: fc.array(joint, { minLength: 2, maxLength: 2 }),
    })
    .map(({ changes, joints }) => ({
      changes,
      joints: joints.slice(0, changes.length - 1),
      isBracketed: true,
      isPredicted: false,
    }));
  const bare = change.map((each) => ({
    changes: [each],
    joints: [],
    isBracketed: false,
    isPredicted: false,
  }));
  return fc
    .record({
      first: fc.array(bracketed, { minLength: 1, maxLength: 3 }),
      later: fc.array(bare, { maxLength: 2 }),
    })
    .map(({ first, later }) => ({
      alleles: [...first, ...later],
      joints: [...first.slice(1).map(() => ';' as const), ...later.map(() => '(;)' as const)],
    }));
}

function nucleotideVariants(type: NucleotideType): fc.Arbitrary<HgvsVariant> {
  const change = nucleotideChange(type);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('nucleotide' as const),
        reference: anyReference,
        type: fc.constant(type),
        change,
      }),
    },
    fc.record({
      kind: fc.constant('alleles' as const),
      reference: anyReference,
      type: fc.constant(type),
      changes: alleles(change),
    }),
  );
}

/** Any description. */
export const anyVariant: fc.Arbitrary<HgvsVariant> = fc.oneof(
  ...(['g', 'm', 'o', 'c', 'n', 'r'] as const).map(nucleotideVariants),
  fc.record({
    kind: fc.constant('protein' as const),
    reference: anyReference,
    type: fc.constant('p' as const),
    change: proteinChange,
  }),
  fc.record({
    kind: fc.constant('alleles' as const),
    reference: anyReference,
    type: fc.constant('p' as const),
    changes: alleles(proteinChange),
  }),
);
