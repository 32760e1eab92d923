/** The follow-up of a case: its page, and its figures as SVG and CSV, cut at the decision point that is asked for. */
import type { Context, Hono } from 'hono';
import { type CaseRecord, clockAt, cutCase } from '../case/index.ts';
import { markerSeriesOfCase, timelineOfCase } from '../cohort/index.ts';
import { type Drawable, type FigureKind, readFigure, renderCsv, renderSvg } from '../figures/index.ts';
import { hasErrors, type Issue, unpositionedDocument } from '../reading/index.ts';
import { caseResponses, followUp } from '../response/index.ts';
import { type ApiParts, questionOf } from './api/index.ts';
import { figureWidth } from './figure-width.ts';
import { pageResponse, problemPageResponse } from './page-response.ts';
import { followUpPage } from './pages/index.ts';
import { issuesProblem, type Problem, plainProblem } from './problem.ts';
import { missingCaseProblem, versionOf } from './requested-report.ts';
import { figureSecurityPolicy } from './response-headers.ts';

/** The figures of one record, by the name of their files. */
const figures: readonly {
  readonly name: 'timeline' | 'marker-series';
  readonly what: string;
  readonly data: (record: CaseRecord) => object | undefined;
}[] = [
  { name: 'timeline', what: 'Timeline', data: timelineOfCase },
  { name: 'marker-series', what: 'Markers over time', data: markerSeriesOfCase },
];

/** The figure of a record; undefined where the record has nothing for it. */
function drawableOf(kind: FigureKind, data: object | undefined): Drawable | undefined {
  return data === undefined ? undefined : readFigure(kind, unpositionedDocument(data)).value;
}

interface Asked {
  readonly id: string;
  readonly record: CaseRecord;
}

/** The record that the address names, cut at its clock. */
function askedRecord(context: Context, parts: ApiParts): Asked | { readonly problem: Problem } {
  const id = context.req.param('id') ?? '';
  const taken = parts.shelf.take(id, versionOf(context));
  if (taken === undefined) return { problem: missingCaseProblem(parts, id) };
  if (taken.reading === undefined) return { problem: issuesProblem(taken.issues, 422) };
  const { record } = taken.reading;
  const clock = clockAt(record, questionOf(context).at);
  const issues: readonly Issue[] = clock.issues;
  if (clock.value === undefined || hasErrors(issues)) return { problem: issuesProblem(issues, 400) };
  return { id, record: cutCase(record, clock.value).record };
}

/** Mounts them. */
export function mountFollowUpPages(app: Hono, parts: ApiParts): void {
  const { softwareVersion } = parts;
  app.get('/cases/:id/follow-up', (context) => {
    const asked = askedRecord(context, parts);
    if ('problem' in asked) return problemPageResponse(asked.problem, softwareVersion);
    const { id, record } = asked;
    const page = followUpPage({
      id,
      record,
      query: new URL(context.req.url).search,
      figures: figures.flatMap(({ name, data }) => {
        const drawable = drawableOf(name, data(record));
        return drawable === undefined ? [] : [{ name, description: drawable.draw().description }];
      }),
      courses: caseResponses(record),
      sections: followUp(record),
    });
    return pageResponse(page, softwareVersion);
  });
  for (const { name, what, data } of figures) {
    const drawn = (context: Context): Drawable | Response => {
      const asked = askedRecord(context, parts);
      if ('problem' in asked) return problemPageResponse(asked.problem, softwareVersion);
      const drawable = drawableOf(name, data(asked.record));
      return (
        drawable ??
        problemPageResponse(
          plainProblem(404, `${what}: the record has nothing that it could show.`),
          softwareVersion,
        )
      );
    };
    app.get(`/cases/:id/${name}.svg`, (context) => {
      const found = drawn(context);
      if (found instanceof Response) return found;
      return new Response(renderSvg(found.draw({ width: figureWidth(context) })), {
        headers: {
          'Content-Type': 'image/svg+xml; charset=utf-8',
          'Content-Security-Policy': figureSecurityPolicy,
        },
      });
    });
    app.get(`/cases/:id/${name}.csv`, (context) => {
      const found = drawn(context);
      if (found instanceof Response) return found;
      return new Response(renderCsv(found.draw().table), {
        headers: {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${name}.csv"`,
        },
      });
    });
  }
}
