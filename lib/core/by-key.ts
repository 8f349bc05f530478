/** The items under their keys, in the order of their first appearance (`Map.groupBy` comes with Node 21). */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}

/** Each item whose key an item before it has, with the first that has it. */
export function repeats<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Array<readonly [item: T, first: T]> {
  const firsts = new Map<K, T>();
  return [...items].flatMap((item) => {
    const key = keyOf(item);
    const first = firsts.get(key);
    firsts.set(key, first ?? item);
    return first === undefined ? [] : [[item, first] as const];
  });
}
