/** The commands over statements: `evidence statements`, `evidence conflicts`, `evidence overdue`. */
import type { Command } from 'commander';
import type {
  EvidenceConflictsOptions,
  EvidenceOverdueOptions,
  EvidenceStatementsOptions,
} from './statement-options.ts';

const asOf = ['--as-of <date>', 'only what was known by then'] as const;
const asJson = ['--json', 'as JSON', false] as const;

/** Adds them to `cajal evidence`. */
export function addStatements(command: Command): void {
  command
    .command('statements')
    .description('what the studies say, each with its strength and reasons, its links and its review')
    .option(...asOf)
    .option('--study <id>', 'only statements that rest on this study')
    .option(...asJson)
    .action(async (options: EvidenceStatementsOptions) => {
      const { evidenceStatementsCommand } = await import('./commands/evidence-statements.ts');
      evidenceStatementsCommand(options);
    });
  command
    .command('conflicts')
    .description(
      'statements that pull apart, with the studies of each side, and those of different questions',
    )
    .option(...asOf)
    .option(...asJson)
    .action(async (options: EvidenceConflictsOptions) => {
      const { evidenceConflictsCommand } = await import('./commands/evidence-statements.ts');
      evidenceConflictsCommand(options);
    });
  command
    .command('overdue')
    .description('statements whose review is overdue, with the role that owns them')
    .option('--on <date>', 'the day asked (default: today)')
    .option(...asJson)
    .action(async (options: EvidenceOverdueOptions) => {
      const { evidenceOverdueCommand } = await import('./commands/evidence-statements.ts');
      evidenceOverdueCommand(options);
    });
}
