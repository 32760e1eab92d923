/** `cajal regimen`: the register of regimens, and what printed doses come to for a body. Never an order. */
import {
  type Body,
  type BodySize,
  type BodySurface,
  type CalculatedDose,
  className,
  directClassesOf,
  doseSentence,
  dosesFor,
  drugOf,
  drugsWithoutDose,
  findRegimen,
  isOfClass,
  milligramsText,
  type PrintedName,
  type PublishedSchedule,
  type Regimen,
  readBody,
  readDrug,
  regimens,
  type ScheduleDoses,
  scheduleName,
  sourceText,
  surfaceFormulaNames,
} from '../../therapy/index.ts';
import { reportIssues } from '../outcome.ts';
import type { RegimenListOptions, RegimenShowOptions } from '../regimen-options.ts';
import { print, table } from './stats.ts';

const closing =
  'Research use only, for professionals. Doses are restated as studies printed them: options, never orders.';

/** Lists the regimens. */
export function regimenListCommand({ drug, json }: RegimenListOptions): void {
  const read = drug === undefined ? undefined : readDrug(drug);
  if (read !== undefined && reportIssues(read.issues)) return;
  const mention = read?.value;
  const listed = regimens.filter((each) => {
    if (mention === undefined) return true;
    return mention.kind === 'drug'
      ? each.drugs.includes(mention.drug)
      : each.drugs.some((id) => isOfClass(id, mention.drugClass));
  });
  if (json) {
    print(JSON.stringify(listed, null, 2));
    return;
  }
  print(
    table([
      ['regimen', 'drugs', 'schedules', 'without dose'],
      ...listed.map((each) => [
        each.id,
        each.drugs.map((id) => drugOf(id).name).join(', '),
        String(each.schedules.length),
        String(each.withoutDose.length),
      ]),
    ]),
  );
  print(`\n${listed.length} regimens. ${closing}`);
}

const nameText = ({ text, sort, source }: PrintedName): string => {
  const kind = sort === 'misprint' ? ', misprint' : '';
  const place = source.kind === 'general-knowledge' ? '' : ` (${sourceText(source)})`;
  return `${text}${kind}${place}`;
};

function drugLine(id: Regimen['drugs'][number]): string {
  const { name, names, route } = drugOf(id);
  const classes = directClassesOf(id).map(className).join(', ');
  const inPrint = names.slice(1).filter(({ source }) => source.kind === 'paper');
  const also = inPrint.length === 0 ? [] : [`in print also ${inPrint.map(nameText).join(', ')}`];
  return `  ${name}: ${[classes, route?.value ?? 'route not recorded', ...also].join('; ')}`;
}

function cycleText({ cycleDays, cycles }: PublishedSchedule): string | undefined {
  if (cycleDays === undefined) return undefined;
  const count = cycles === undefined ? '' : `, ${cycles} cycles`;
  return `cycle of ${cycleDays.join(' to ')} days${count}`;
}

/** A schedule in its printed words. */
function printedLines(regimen: Regimen, schedule: PublishedSchedule): readonly string[] {
  const cycle = cycleText(schedule);
  const undosed = drugsWithoutDose(regimen, schedule).map((id) => drugOf(id).name);
  return [
    `  ${scheduleName(schedule)}${cycle === undefined ? '' : `; ${cycle}`}`,
    ...schedule.doses.map(({ printed }) => `    "${printed}"`),
    ...(undosed.length === 0 ? [] : [`    no dose printed: ${undosed.join(', ')}`]),
    ...(schedule.note === undefined ? [] : [`    ${schedule.note}`]),
  ];
}

function dayText({ each, day }: CalculatedDose): string {
  if (day === undefined) return `${milligramsText(each)} each time; days not printed`;
  return day.exactMg === each.exactMg
    ? milligramsText(day)
    : `${milligramsText(day)} in doses of ${milligramsText(each)}`;
}

/** The printed words of a schedule, and beside them what they come to. */
function calculatedLines(answer: ScheduleDoses, schedule: PublishedSchedule): readonly string[] {
  const cycle = cycleText(schedule);
  const rows = answer.doses.map((dose) =>
    dose.kind === 'calculated'
      ? [
          `    "${dose.printed}"`,
          dayText(dose),
          dose.cycle === undefined ? 'not printed' : milligramsText(dose.cycle),
        ]
      : [`    ${dose.printed === undefined ? drugOf(dose.drug).name : `"${dose.printed}"`}`, dose.reason],
  );
  return [
    `  ${answer.asPrinted}${cycle === undefined ? '' : `; ${cycle}`}`,
    ...(answer.doses.some(({ kind }) => kind === 'calculated')
      ? table([['    printed', 'on a day of treatment', 'in a cycle'], ...rows]).split('\n')
      : rows.map((row) => row.join(': '))),
    ...(schedule.note === undefined ? [] : [`    ${schedule.note}`]),
  ];
}

const surfaceText = ({ m2, by }: BodySurface): string =>
  by === 'given'
    ? `${m2} m2 as given`
    : `${Number(m2.toPrecision(6))} m2 by ${surfaceFormulaNames[by]} (${m2} in full)`;

function bodyLines({ surface, otherSurface, weightKg }: Body): readonly string[] {
  return [
    ...(surface === undefined ? [] : [`body surface: ${surfaceText(surface)}`]),
    ...(otherSurface === undefined ? [] : [`  not used: ${surfaceText(otherSurface)}`]),
    ...(weightKg === undefined ? [] : [`weight: ${weightKg} kg`]),
  ];
}

function sizeOf({ bsa, height, weight, formula }: RegimenShowOptions): BodySize | undefined {
  if (bsa === undefined && height === undefined && weight === undefined) return undefined;
  return {
    formula,
    ...(bsa === undefined ? {} : { bodySurfaceAreaM2: bsa }),
    ...(height === undefined ? {} : { heightCm: height }),
    ...(weight === undefined ? {} : { weightKg: weight }),
  };
}

/** The schedules for a body; empty where it was refused. */
function answersFor(regimen: Regimen, size: BodySize): readonly ScheduleDoses[] {
  return regimen.schedules.flatMap((schedule) => dosesFor(regimen, schedule, size).value ?? []);
}

function headLines(regimen: Regimen): readonly string[] {
  const others = regimen.names.slice(1).map(nameText);
  return [
    `${regimen.name} (${regimen.id})`,
    ...regimen.drugs.map(drugLine),
    ...(others.length === 0 ? [] : [`also: ${others.join('; ')}`]),
    ...(regimen.note === undefined ? [] : [`note: ${regimen.note}`]),
  ];
}

function tailLines({ withoutDose }: Regimen): readonly string[] {
  return [
    ...(withoutDose.length === 0 ? [] : ['reported without a dose']),
    ...withoutDose.map(({ study, printed, source }) => `  ${study}: "${printed}" (${sourceText(source)})`),
    closing,
  ];
}

/** Shows one regimen. */
export function regimenShowCommand(name: string, options: RegimenShowOptions): void {
  const { value: regimen, issues } = findRegimen(name);
  if (reportIssues(issues) || regimen === undefined) return;
  const size = sizeOf(options);
  const body = size === undefined ? undefined : readBody(size);
  if (body !== undefined && reportIssues(body.issues)) return;
  const answers = size === undefined ? [] : answersFor(regimen, size);
  if (options.json) {
    const doses = answers.map((answer) => ({
      ...answer,
      doses: answer.doses.map((dose) => ({ ...dose, sentence: doseSentence(dose, answer) })),
    }));
    print(JSON.stringify({ regimen, ...(size === undefined ? {} : { for: doses }), use: closing }, null, 2));
    return;
  }
  const schedules = regimen.schedules.flatMap((schedule, at) => {
    const answer = answers[at];
    return answer === undefined ? printedLines(regimen, schedule) : calculatedLines(answer, schedule);
  });
  print(
    [
      ...headLines(regimen),
      ...(body?.value === undefined ? [] : bodyLines(body.value)),
      regimen.schedules.length === 0 ? 'no dose and no schedule is recorded' : 'schedules',
      ...schedules,
      ...tailLines(regimen),
    ].join('\n'),
  );
}
