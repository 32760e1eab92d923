/** The command line: `cajal COMMAND`. Exit codes: 0 done, 1 a fault, 2 the input, 3 the store, 4 not found. */
import { CommanderError } from 'commander';
import { program } from './program.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program().parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const { describeFailure } = await import('./failure.ts');
    process.stderr.write(describeFailure(error));
    process.exitCode = 1;
  }
}
