/** Responses of a record as figures show them; a response outside RECIST's words is "not stated". */
import type { Response } from '../case/index.ts';
import type { FigureResponse } from '../figures/index.ts';

/** The category that a figure can show. A minor response has none of its own in RECIST: it is stable disease there. */
export function figureResponse(response: Response): FigureResponse {
  switch (response) {
    case 'CR':
    case 'PR':
    case 'SD':
    case 'PD':
    case 'NE':
      return response;
    case 'minorResponse':
      return 'SD';
    case 'notStated':
      return 'notStated';
  }
}

const order: readonly FigureResponse[] = ['CR', 'PR', 'SD', 'non-CR/non-PD', 'PD', 'NE', 'notStated'];

/** The best of several, as the record states them one by one. */
export const bestOf = (responses: readonly FigureResponse[]): FigureResponse =>
  order.find((each) => responses.includes(each)) ?? 'notStated';
