/**
 * The line in which a prop is said, counted from 1, looked for from the line of the constructor on: where the names of
 * its path stand one inside the other. `undefined` if they do not stand there, as of props out of a variable.
 */
export function lineOfProp(lines: readonly string[], from: number, path: string): number | undefined {
  const parts = [...path.matchAll(/\["([^"]+)"\]|([^.[\]]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const names = parts.filter((part) => !/^\d+$/.test(part));
  const end = from - 1 + statementLength(lines.slice(from - 1));
  let line = from - 1;
  for (const name of names) {
    const found = lines.findIndex((text, index) => index >= line && index < end && says(text, name));
    if (found === -1) {
      return name === names[0] ? undefined : line + 1;
    }
    line = found;
  }
  return line + 1;
}

/** A name before its value, in quotes or not, or alone where a variable has the same. */
function says(text: string, name: string): boolean {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const code = text.replace(/(^|\s)\/\/.*$/, '');
  return new RegExp(`(^|[\\s{,'"])${literal}['"]?\\s*(:|,|\\}|$)`).test(code);
}

/** How many lines a statement has: until its parentheses are closed. */
function statementLength(lines: readonly string[]): number {
  let depth = 0;
  const last = lines.findIndex((text) => {
    const code = text.replace(/'[^']*'|"[^"]*"|\/\/.*$/g, '');
    depth += code.split(/[({[]/).length - code.split(/[)}\]]/).length;
    return depth <= 0;
  });
  return last === -1 ? lines.length : last + 1;
}
