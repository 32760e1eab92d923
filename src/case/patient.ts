/** Who the patient is, as far as a board needs it: no name is asked for, and none is needed. */
import * as z from 'zod';
import { ageYears, amount, patientDate } from './measured.ts';
import { place } from './place.ts';

export const sexes = ['female', 'male', 'other', 'notStated'] as const;

export const patient = z
  .strictObject({
    sex: z.enum(sexes),
    label: z.string().min(1).max(120).describe('What the board calls the patient; no name').exactOptional(),
    birth: patientDate.exactOptional(),
    age: z
      .strictObject({ years: ageYears, date: patientDate.exactOptional() })
      .describe('Age as printed, and when the patient was of that age')
      .exactOptional(),
    bodySurfaceM2: amount.exactOptional(),
    pregnancy: z.enum(['pregnant', 'lactating', 'excluded', 'notStated']).exactOptional(),
    place: place.exactOptional(),
  })
  .meta({ id: 'patient' });
export type Patient = z.infer<typeof patient>;
