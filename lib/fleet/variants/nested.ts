/** Names of props, each inside the one before it; of an item of a list, its index. */
export type PropPath = readonly string[];

/** How deep props are plain data of which each part may be asked alone: `pod.labels.team`. */
const DEPTH = 3;

/** The paths of all that is said in props, as deep as they are plain data. */
export function pathsIn(props: unknown, depth = DEPTH): PropPath[] {
  const inside = depth > 0 && (Array.isArray(props) || isPlain(props)) ? Object.entries(props) : [];
  return inside
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => {
      const below = pathsIn(value, depth - 1);
      return below.length === 0 ? [[name]] : below.map((path) => [name, ...path]);
    });
}

/** The same props with another value at a path; `undefined` takes it out. */
export function withValue<P>(props: P, path: PropPath, value: unknown): P {
  return Object(changedAt(props, path, value));
}

function changedAt(props: unknown, [name, ...below]: PropPath, value: unknown): unknown {
  if (name === undefined) {
    return value;
  }
  if (Array.isArray(props)) {
    const changed = props.map((item: unknown, index) =>
      String(index) === name ? changedAt(item, below, value) : item,
    );
    return changed.filter((item) => item !== undefined);
  }
  const fields: Readonly<Record<string, unknown>> = isPlain(props) ? props : {};
  const { [name]: own, ...others } = fields;
  const changed = changedAt(own, below, value);
  return changed === undefined ? others : { ...others, [name]: changed };
}

/** A path as code writes it: `pod.labels.team`, `mounts[0]`, `config.files["conf/a.txt"]`. */
export function nameOf([first = '', ...below]: PropPath): string {
  return [first, ...below.map((part) => (/^\d+$/.test(part) ? `[${part}]` : stepOf(part)))].join('');
}

function stepOf(part: string): string {
  return /^[A-Za-z_]\w*$/.test(part) ? `.${part}` : `["${part}"]`;
}

/** Data as somebody writes it between braces, and no object of a class. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
