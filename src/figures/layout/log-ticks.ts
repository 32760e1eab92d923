/** Ticks of a logarithmic axis. */

/** Ticks of a logarithmic axis: 1, 2, 5 and their tens, as many as fit. */
export function logTicks(low: number, high: number, room: number): readonly number[] {
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1)
    for (const digit of [1, 2, 5]) {
      const tick = Number(`${digit}e${power}`);
      if (tick >= low * 0.999 && tick <= high * 1.001) all.push(tick);
    }
  const fits = (ticks: readonly number[]): boolean => ticks.length * 34 <= room;
  if (fits(all)) return all;
  const tens = all.filter((tick) => /^10*$|^0?\.?0*1$/.test(String(tick)));
  const each = Math.max(1, Math.ceil((tens.length * 34) / room));
  return tens.filter((_, at) => at % each === 0);
}
