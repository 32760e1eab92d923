/**
 * Which option of a union the data was meant for, judged by the issues each option gives: an option whose own type
 * fits goes before one whose type does not, then fewer contradicted literals, then fewer issues.
 */
import type { z } from 'zod';
import { ownValue, valueAt } from './schema-walk.ts';

type ZodIssue = z.core.$ZodIssue;

/** 0: the type of the value itself fits. 1: the type fits, not the value. 2: the type does not fit. */
type RootMisfit = 0 | 1 | 2;

interface Fit {
  readonly index: number;
  readonly misfit: RootMisfit;
  readonly literals: number;
  readonly issues: number;
}

function rootMisfit(issue: ZodIssue, data: unknown): RootMisfit {
  if (issue.path.length > 0) return 0;
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' && typeof data === 'number' ? 1 : 2;
    case 'invalid_value':
      return issue.values.some((value) => typeof value === typeof data) ? 1 : 2;
    case 'invalid_format':
    case 'not_multiple_of':
      return 1;
    case 'too_big':
    case 'too_small':
      return typeof data === 'number' || typeof data === 'string' ? 1 : 0;
    case 'invalid_union': {
      const inner = issue.errors.map((issues) => worstMisfit(issues, data));
      return inner.includes(0) ? 0 : inner.includes(1) ? 1 : 2;
    }
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 0;
  }
}

function worstMisfit(issues: readonly ZodIssue[], data: unknown): RootMisfit {
  const misfits = issues.map((issue) => rootMisfit(issue, data));
  return misfits.includes(2) ? 2 : misfits.includes(1) ? 1 : 0;
}

/** A member that must be one literal and holds another value. */
function isContradictedLiteral(issue: ZodIssue, data: unknown): boolean {
  const [key] = issue.path;
  if (issue.path.length !== 1 || key === undefined || issue.code !== 'invalid_value') return false;
  return issue.values.length === 1 && ownValue(data, key) !== undefined;
}

function countOf(issue: ZodIssue, data: unknown): number {
  if (issue.code === 'unrecognized_keys') return issue.keys.length;
  const steps = issue.path.filter((step) => typeof step !== 'symbol');
  return valueAt(data, steps) === undefined ? 1.5 : 1;
}

function fitOf(issues: readonly ZodIssue[], index: number, data: unknown): Fit {
  return {
    index,
    misfit: worstMisfit(issues, data),
    literals: issues.filter((issue) => isContradictedLiteral(issue, data)).length,
    issues: issues.reduce((sum, issue) => sum + countOf(issue, data), 0),
  };
}

/**
 * The options that the data fits best: one index, or several when nothing but the value itself is wrong in each of
 * them, so that all they allow can be named together.
 */
export function bestOptions(errors: readonly (readonly ZodIssue[])[], data: unknown): readonly number[] {
  const fits = errors
    .map((issues, index) => fitOf(issues, index, data))
    .toSorted((a, b) => a.misfit - b.misfit || a.literals - b.literals || a.issues - b.issues);
  const [best] = fits;
  if (best === undefined) return [];
  if (best.misfit === 0) return [best.index];
  return fits.filter((fit) => fit.misfit === best.misfit).map((fit) => fit.index);
}
