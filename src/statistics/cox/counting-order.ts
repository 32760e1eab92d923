/** Sorting by small whole numbers, in time proportional to how many there are. */

/**
 * Items in ascending order of their keys, equal ones as they stood.
 *
 * @param keys by item: whole numbers from 0.
 * @param count above every key.
 * @param order the items to sort.
 */
export function countingOrder(keys: Int32Array, count: number, order: Int32Array): Int32Array {
  const start = new Int32Array(count + 1);
  for (const item of order) {
    const key = keys[item] ?? 0;
    start[key + 1] = (start[key + 1] ?? 0) + 1;
  }
  for (let key = 0; key < count; key += 1) start[key + 1] = (start[key + 1] ?? 0) + (start[key] ?? 0);
  const sorted = new Int32Array(order.length);
  for (const item of order) {
    const key = keys[item] ?? 0;
    const at = start[key] ?? 0;
    sorted[at] = item;
    start[key] = at + 1;
  }
  return sorted;
}
