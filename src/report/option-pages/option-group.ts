/**
 * One option in full. Every option has the same form whatever its stance: facts, for, against, cautions, counts,
 * unknowns, and what it rests on. Nothing is left out because it speaks the other way.
 */
import type { CautionView, Ground, RegulatoryView, WeighedOption } from '../../options/index.ts';
import { drugOf, isDrugId } from '../../therapy/index.ts';
import { kindWords, settingWords, stanceWords, tonedBadge } from '../board-words.ts';
import { printedDateWords } from '../date-words.ts';
import type { Block, FlowBlock, Line, Span } from '../document.ts';
import { groundWords } from '../ground-words.ts';
import { sourceWords } from '../later-words.ts';
import { optionAnchor } from '../option-anchor.ts';
import type { ReportContext } from '../report-input.ts';
import { ruleBasis } from '../rule-basis.ts';
import { badge, basedOn, line, strong, text } from '../span.ts';
import { countBlocks } from './count-lines.ts';
import { evidenceBlock } from './evidence-lines.ts';
import { unknownBlocks } from './unknown-lines.ts';

const regulatoryWords: Readonly<Record<RegulatoryView['status'], string>> = {
  onLabel: 'on label',
  offLabel: 'off label',
  labelOpen: 'label open',
  withdrawn: 'withdrawn',
};

const approvalWords = {
  regular: 'approved',
  accelerated: 'accelerated approval',
  withdrawn: 'withdrawn',
} as const;
const coversWords = {
  met: 'covers this patient',
  unmet: 'does not cover this patient',
  unknown: 'open whether it covers this patient',
} as const;

function regulatoryLines({ regulatory, setting }: WeighedOption, { knowledgeClock }: ReportContext): Line[] {
  const own = settingWords[setting];
  if (regulatory.length === 0)
    return [line(own === undefined ? 'not a drug' : `${own.words} to the library`)];
  return regulatory.flatMap(({ country, status, approvals }) => [
    line(strong(country), ` ${regulatoryWords[status]}`),
    ...approvals.map(({ approval, covers }) =>
      basedOn(
        line(
          `${approval.authority} ${approvalWords[approval.status]} ${printedDateWords(approval.date)}: ${approval.indication}; ${coversWords[covers.truth]}`,
        ),
        sourceWords(approval.source, knowledgeClock),
      ),
    ),
  ]);
}

/** A ground with what it rests on: its statement, or the sources of its rule. */
function groundLine(ground: Ground, context: ReportContext, ...before: readonly (Span | string)[]): Line {
  const statement = context.citations.statements.find((each) => each.match.statement.id === ground.id);
  return basedOn(
    line(...before, groundWords(ground, context.board)),
    ...(statement === undefined
      ? ruleBasis(ground.sources ?? [], context)
      : [context.citations.statement(statement.match.statement)]),
  );
}

function stanceLines(option: WeighedOption, context: ReportContext): Line[] {
  const { stance, grounds, open } = option.stance;
  const badgeOf = tonedBadge(stanceWords[stance]);
  const [first, ...others] = grounds;
  return [
    first === undefined
      ? line(badgeOf, ' nothing in the library lifts it further')
      : groundLine(first, context, badgeOf, ' '),
    ...others.map((ground) => groundLine(ground, context, 'also: ')),
    ...open.map((ground) =>
      groundLine(
        ground,
        context,
        badge('unknown', 'open'),
        ` would be ${stanceWords[ground.effect].words} if this held: `,
      ),
    ),
  ];
}

function cautionLines(cautions: readonly CautionView[], context: ReportContext): Line[] {
  return cautions.map(({ caution, because, check }) => {
    const preferred = caution.prefer.map(
      (id) =>
        [...context.board.options, ...context.board.awaiting].find((each) => each.definition.id === id)
          ?.definition.label ?? id.replaceAll('-', ' '),
    );
    return basedOn(
      line(
        strong(weightWords[caution.weight]),
        ` ${caution.sentence}`,
        because.length === 0 ? undefined : ` Because: ${because.join('; ')}.`,
        check.length === 0 ? undefined : ` To check: ${check.join('; ')}.`,
        preferred.length === 0 ? undefined : ` Rather: ${preferred.join(', ')}.`,
      ),
      ...ruleBasis(caution.sources, context),
    );
  });
}

const drugName = (id: string): string => (isDrugId(id) ? drugOf(id).name : id);

const weightWords: Readonly<Record<CautionView['caution']['weight'], string>> = {
  avoid: 'Speaks against it:',
  preferAnother: 'Another is usually preferred:',
  adjust: 'Dose or schedule is usually changed:',
  monitor: 'To watch:',
};

function cautionBlocks(option: WeighedOption, context: ReportContext): FlowBlock[] {
  const holding = cautionLines(option.cautions, context);
  const toCheck = cautionLines(option.toCheck, context);
  return [
    ...(holding.length === 0
      ? []
      : [
          {
            kind: 'callout',
            tone: 'caution',
            title: "Cautions from this patient's data",
            lines: holding,
          } as const,
        ]),
    ...(toCheck.length === 0
      ? []
      : [{ kind: 'callout', tone: 'unknown', title: 'To check first', lines: toCheck } as const]),
  ];
}

const truthWords = { met: 'yes', unmet: 'no', unknown: 'unknown' } as const;

function fragilityLines({ restsOn, moves }: WeighedOption): Line[] {
  return [
    line(restsOn),
    ...moves.map(({ fact, now, turned, stance }) =>
      line(
        `if “${fact}” were ${truthWords[turned]} (now ${truthWords[now]}), it would be `,
        tonedBadge(stanceWords[stance]),
      ),
    ),
  ];
}

/** The option in full. */
export function optionGroup(option: WeighedOption, number: number, context: ReportContext): Block {
  const { definition, question } = option;
  const title: Span[] = [
    text(`${number}. ${definition.label} `),
    tonedBadge(stanceWords[option.stance.stance]),
    ...(question.truth === 'unknown' ? [text(' '), badge('unknown', 'open')] : []),
  ];
  const drugs =
    definition.drugs.length === 0
      ? []
      : [{ term: 'Drugs', details: [line(definition.drugs.map(drugName).join(', '))] }];
  const entries = [
    { term: 'Stance', details: stanceLines(option, context) },
    {
      term: 'Comes into question',
      details: [line(question.truth === 'unknown' ? `open, if ${question.text}` : question.text)],
    },
    { term: 'Kind', details: [line(kindWords[definition.kind])] },
    ...drugs,
    {
      term: 'Why',
      details: [basedOn(line(definition.rationale), ...ruleBasis(definition.sources, context))],
    },
    ...(option.setting === 'notADrug'
      ? []
      : [{ term: 'Regulatory status', details: regulatoryLines(option, context) }]),
    { term: 'Fragility', details: fragilityLines(option) },
  ];
  const further: FlowBlock[] = [
    ...(option.open.length === 0
      ? []
      : [evidenceBlock('Would speak if something unknown were settled', option.open, context)]),
    ...(option.nearMisses.length === 0
      ? []
      : [
          evidenceBlock('Another allele of the same codon: shown, never counted', option.nearMisses, context),
        ]),
  ];
  return {
    kind: 'group',
    anchor: optionAnchor(option),
    title,
    blocks: [
      { kind: 'definitions', entries },
      evidenceBlock('For', option.forIt, context),
      evidenceBlock('Against', option.againstIt, context),
      ...cautionBlocks(option, context),
      ...countBlocks(option, context),
      ...unknownBlocks(option, context),
      ...further,
    ],
  };
}
