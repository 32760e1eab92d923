/** Times known only to lie between two looks: the nonparametric estimate. Imported by the door of the room. */
export {
  type CensoringIntervals,
  type CensoringIntervalsFault,
  censoringIntervalsFault,
} from './censoring-intervals.ts';
export {
  type TurnbullAt,
  type TurnbullEstimate,
  type TurnbullMass,
  type TurnbullQuantile,
  type TurnbullReading,
  turnbull,
  turnbullAt,
  turnbullQuantile,
} from './turnbull.ts';
