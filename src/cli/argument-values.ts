/** Values of arguments that several commands take, read the same way in each. */
import { InvalidArgumentError } from 'commander';

/** A two-sided level between 0 and 1. @throws InvalidArgumentError for anything else */
export const levelOf = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value < 1))
    throw new InvalidArgumentError('is no confidence between 0 and 1, such as 0.95');
  return value;
};

/** Parts between commas, added to those of the same option before. */
export const listed = (text: string, before: readonly string[]): readonly string[] => [
  ...before,
  ...text.split(',').filter((part) => part !== ''),
];
