/** The same test, which looks once at each text that passes: for keys, of which a fleet has few, and each of them often. */
export function remembered(isRight: (text: string) => boolean): (text: string) => boolean {
  const right = new Set<string>();
  return (text) => {
    if (right.has(text)) {
      return true;
    }
    const passes = isRight(text);
    if (passes) {
      right.add(text);
    }
    return passes;
  };
}
