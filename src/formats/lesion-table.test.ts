/** Plain lesion tables: what is read, what is refused with its place, and that units and order change no call. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { recistTimePoints } from '../response/index.ts';
import { cellColumns } from './cell-column.ts';
import { readLesionSize } from './lesion-size.ts';
import { readLesionTable } from './lesion-table.ts';

const header = 'patient,lesion,organ,kind,node,day,size';
const read = (...rows: readonly string[]) => readLesionTable([header, ...rows].join('\n'));
const problems = (...rows: readonly string[]): readonly string[] =>
  read(...rows).issues.map(({ code, line, column }) => `${code} ${line ?? ''}:${column ?? ''}`);

suite('sizes and words', () => {
  const rows: readonly (readonly [string, 'mm' | 'cm' | undefined, unknown])[] = [
    ['46 mm', undefined, { kind: 'measured', millimetres: 46 }],
    ['4.6cm', undefined, { kind: 'measured', millimetres: 46 }],
    ['1.1', 'cm', { kind: 'measured', millimetres: 11 }],
    ['20 + 15 mm', undefined, { kind: 'split', millimetres: [20, 15] }],
    ['0 mm', undefined, { kind: 'absent' }],
    ['Disappeared', undefined, { kind: 'absent' }],
    ['too small', undefined, { kind: 'tooSmall' }],
    ['not  assessed', undefined, { kind: 'missing' }],
    ['unchanged', undefined, { kind: 'present' }],
    ['unequivocal progression', undefined, { kind: 'progressed' }],
    ['equivocal', undefined, { kind: 'equivocal' }],
    ['merged into T1', undefined, { kind: 'merged', into: 'T1' }],
  ];
  for (const [text, unit, expected] of rows)
    test(text, () => {
      const reading = readLesionSize(text, unit);
      assert.deepEqual(reading.ok ? reading.state : reading.message, expected);
    });
  const refused: readonly (readonly [string, 'mm' | 'cm' | undefined, RegExp])[] = [
    ['46', undefined, /has no unit/],
    ['4,6 cm', undefined, /comma/],
    ['<5 mm', undefined, /'too small'/],
    ['~12 mm', undefined, /no measurement/],
    ['4.6 cm', 'mm', /in cm and its column in mm/],
    ['12 x 15 mm', undefined, /is not a size/],
    ['-3 mm', undefined, /is not a size/],
    ['12 inches', undefined, /is not a size/],
    ['2001 mm', undefined, /longer than 2000 mm/],
    [`${'9'.repeat(400)} + 1 cm`, undefined, /longer than 2000 mm/],
    ['', undefined, /is not a size/],
  ];
  for (const [text, unit, because] of refused)
    test(`refused: ${text}`, () => {
      const reading = readLesionSize(text, unit);
      assert.match(reading.ok ? 'read' : reading.message, because);
    });
});

test('a table of two patients', () => {
  const { value, issues } = read(
    'A,T1,liver,target,no,-7,46 mm',
    'A,T1,liver,target,no,56,6.4 cm',
    'B,N1,lymph node,non-target,,0,present',
    'B,N1,lymph node,non-target,,56,absent',
  );
  assert.deepEqual(issues, []);
  const [a, b] = value?.records ?? [];
  assert.deepEqual(
    a?.timePoints.map(({ day }) => day.least),
    [-7, 56],
  );
  assert.deepEqual(b?.lesions[0]?.isNode, true);
  assert.ok(a && b);
  const calls = [a, b].map((each) => recistTimePoints(each).timePoints[0]?.overall?.response);
  assert.deepEqual(calls, ['PD', 'CR']);
});

test('several scans before treatment are one baseline, the last known state of each lesion', () => {
  const { value, issues } = read(
    'A,T1,liver,target,no,-20,50 mm',
    'A,T2,bone,target,no,-20,30 mm',
    'A,T1,liver,target,no,-2,55 mm',
    'A,T2,bone,target,no,-2,not assessed',
    'A,T1,liver,target,no,56,40 mm',
    'A,T2,bone,target,no,56,30 mm',
  );
  assert.deepEqual(
    issues.map(({ code, severity }) => `${severity} ${code}`),
    ['warning date-order'],
  );
  const [record] = value?.records ?? [];
  assert.ok(record);
  assert.deepEqual(
    record.timePoints.map(({ label }) => label),
    ['day -2', 'day 56'],
  );
  assert.equal(recistTimePoints(record).baselineSum, 85);
});

test('dates, and the day from which they are counted', () => {
  const rows = ['A,T1,liver,target,no,2020-01-10,20', 'A,T1,liver,target,no,2020-03,20'];
  const table = (head: string, more: string): string =>
    [`patient,lesion,organ,kind,node,date,size_mm${head}`, ...rows.map((row) => row + more)].join('\n');
  const plain = readLesionTable(table('', '')).value;
  assert.deepEqual(plain?.records[0]?.timePoints[1]?.day, { least: 51, most: 81 });
  assert.deepEqual(plain?.countedFromBaseline, ['A']);
  const started = readLesionTable(table(',start', ',2020-01-20')).value;
  assert.deepEqual(started?.records[0]?.timePoints[0]?.day, { least: -10, most: -10 });
  assert.deepEqual(started?.countedFromBaseline, []);
});

test('traits of lesions, density, uptake and treatment', () => {
  const { value, issues } = readLesionTable(
    [
      'patient\tlesion\torgan\tkind\tnode\tday\tsize_mm\tmethod\tcystic\tirradiated\tsoft_tissue_mm\thu\tsuv\ttreatment',
      'A\tT1\tbone\ttarget\tno\t0\t20\tct\tno\tyes\tnone\t60\t9.9\tdrug a',
      'A\tT1\tbone\ttarget\tno\t56\t22\t\t\t\t\t45\t6.1\tdrug a',
    ].join('\n'),
  );
  assert.deepEqual(issues, []);
  const [record] = value?.records ?? [];
  const [lesion] = record?.lesions ?? [];
  assert.deepEqual(lesion?.traits, {
    isCystic: false,
    method: 'CT',
    irradiated: 'noProgressionShown',
    boneSoftTissueMillimetres: null,
  });
  assert.deepEqual(
    [lesion?.densities, lesion?.uptakes],
    [
      [60, 45],
      [9.9, 6.1],
    ],
  );
  assert.equal(record?.timePoints[1]?.treatment, 'drug a');
});

suite('refused with line and column', () => {
  const good = 'A,T1,liver,target,no,0,20 mm';
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['no unit', [good, 'A,T1,liver,target,no,56,20'], ['unparsable-quantity 3:25']],
    ['empty size', [good, 'A,T1,liver,target,no,56,'], ['wrong-value 3:25']],
    ['kind', ['A,T1,liver,primary,no,0,20 mm'], ['wrong-value 2:12']],
    ['node', ['A,T1,liver,target,perhaps,0,20 mm'], ['wrong-value 2:19']],
    ['node not said', ['A,T1,,target,,0,20 mm'], ['wrong-value 2:14']],
    ['day', ['A,T1,liver,target,no,soon,20 mm'], ['unparsable-date 2:22']],
    ['patient', [',T1,liver,target,no,0,20 mm'], ['wrong-value 2:1']],
    ['twice', [good, good], ['wrong-value 3:']],
    ['two kinds', [good, 'A,T1,liver,nontarget,no,56,20 mm'], ['wrong-value 3:']],
    ['new at baseline', ['A,X,liver,new,no,0,20 mm'], ['wrong-value 2:']],
    ['order', ['A,T1,liver,target,no,2020,20 mm', 'A,T1,liver,target,no,2020-03,20 mm'], ['date-order 3:']],
    ['quote', ['"A,T1,liver,target,no,0,20 mm'], ['row-malformed 2:1']],
    ['nothing', [], ['input-empty :']],
  ];
  for (const [what, lines, expected] of rows)
    test(what, () => {
      assert.deepEqual(problems(...lines), expected);
      assert.equal(read(...lines).value, undefined);
    });
  test('columns that are not there', () => {
    const { issues } = readLesionTable('patient,size\nA,1');
    assert.deepEqual(
      issues.map(({ code }) => code),
      Array.from({ length: 3 }, () => 'column-missing'),
    );
  });
  test('two starts of treatment', () => {
    const text =
      'patient,lesion,kind,node,date,size_mm,start\nA,T1,target,no,2020-01-01,20,2020-01-05\nA,T1,target,no,2020-03-01,20,2020-01-06';
    assert.deepEqual(
      readLesionTable(text).issues.map(({ code, line }) => `${code} ${line ?? ''}`),
      ['date-order 3'],
    );
  });
  test('a new lesion on a second scan before treatment', () => {
    assert.deepEqual(problems('A,T1,liver,target,no,-9,20 mm', 'A,X,liver,new,no,-2,20 mm'), [
      'wrong-value 3:',
    ]);
  });
  test('dates that overlap cannot be ordered', () => {
    const text = `patient,lesion,kind,node,date,size_mm\nA,T1,target,no,2020,20\nA,T1,target,no,2020-03,20`;
    assert.deepEqual(
      readLesionTable(text).issues.map(({ code }) => code),
      ['date-order'],
    );
  });
});

test('columns of cells', () => {
  assert.deepEqual(cellColumns('a,"b,c",d', ','), [1, 3, 9]);
  assert.deepEqual(cellColumns('', ','), [1]);
});

test('millimetres or centimetres, and the order of the rows, change no call', () => {
  const size = fc.integer({ min: 1, max: 900 });
  const lesions = fc.array(fc.tuple(size, size, size, fc.boolean()), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(lesions, (given) => {
      const rows = (unit: 'mm' | 'cm') =>
        given.flatMap(([a, b, c, isNode], at) =>
          [a, b, c].map((tenths, visit) => {
            const digits = unit === 'mm' ? (tenths / 10).toFixed(1) : (tenths / 100).toFixed(2);
            return `A,T${at},liver,target,${isNode ? 'yes' : 'no'},${visit * 56},${digits} ${unit}`;
          }),
        );
      const calls = (lines: readonly string[]) => {
        const record = read(...lines).value?.records[0];
        assert.ok(record);
        return recistTimePoints(record).timePoints.map(({ overall, target }) => [
          overall?.response,
          target?.sum,
        ]);
      };
      assert.deepEqual(calls(rows('mm')), calls(rows('cm')));
      assert.deepEqual(calls(rows('mm')), calls(rows('cm').toReversed()));
    }),
  );
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 6 }), (lines) => {
      const { value, issues } = readLesionTable([header, ...lines].join('\n'));
      assert.equal(
        value === undefined,
        issues.some(({ severity }) => severity === 'error'),
      );
    }),
  );
});

suite('what a row may not say silently', () => {
  const whole = 'P1,T1,liver,target,no,0,46 mm';
  for (const [name, row] of [
    ['kind', 'P1,T2,liver,constructor,no,0,46 mm'],
    ['node', 'P1,T2,liver,target,constructor,0,46 mm'],
  ] as const)
    test(`a word that every object knows is no ${name}`, () => {
      assert.equal(problems(whole, row)[0]?.startsWith('wrong-value 3:'), true);
    });
  test('nor an answer on irradiation', () => {
    const { value, issues } = readLesionTable(`${header},irradiated\n${whole},toString`);
    assert.equal(value, undefined);
    assert.match(issues[0]?.message ?? '', /write no, yes, or progressed/);
  });
  for (const columns of ['size_cm', 'size_mm', 'size', 'Kind'])
    test(`a second column ${columns} is refused`, () => {
      const { value, issues } = readLesionTable(`${header},${columns}\n${whole},5.0`);
      assert.equal(value, undefined);
      assert.match(issues[0]?.message ?? '', /2 columns for one thing/);
    });
  test("a row that begins with '#' is not passed over as a comment", () => {
    assert.deepEqual(problems('# made by hand', whole, '#1,T1,liver,target,no,0,46 mm'), [
      'row-malformed 4:',
    ]);
  });
});
