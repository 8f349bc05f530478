import { Call, type Code, type Field, Fields, Name, type Statement } from './code';

/** Columns of a line, as the project's formatter has them. */
const WIDTH = 120;

/** Lines of TypeScript, formatted as Biome (and Prettier) would: two spaces, single quotes, 120 columns. */
export function printed(statements: readonly Statement[], indent = ''): string {
  return statements
    .map(({ notes, name, exported = false, code }) => {
      const head = name === undefined ? '' : `${exported ? 'export ' : ''}const ${name} = `;
      return `${comments(notes, indent)}${indent}${head}${text(code, indent, head.length + 1)};`;
    })
    .join('\n');
}

/** Names of the outside that a program begins with. */
export function rootsOf(code: Code): string[] {
  if (code instanceof Call) {
    const root = code.on === undefined ? [rootOf(code.callee)] : rootsOf(code.on);
    return [...root, ...code.args.flatMap(rootsOf)];
  }
  if (code instanceof Fields) {
    return code.fields.flatMap(({ value }) => rootsOf(value));
  }
  return Array.isArray(code) ? code.flatMap(rootsOf) : [];
}

function rootOf(callee: string): string {
  return callee.replace(/^new /, '').split('.')[0] ?? '';
}

/** Notes as comments, one line each, broken at words. */
export function comments(notes: readonly string[], indent: string): string {
  return notes
    .flatMap((note) => broken(note, WIDTH - indent.length - 3))
    .map((line) => `${indent}${`// ${line}`.trimEnd()}\n`)
    .join('');
}

function broken(note: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of note.replace(/\s+/g, ' ').split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) {
      // The lines of an item stand below its text.
      lines.push(lines.length > 0 && note.startsWith('- ') ? `  ${word}` : word);
    } else {
      lines[lines.length - 1] = `${last} ${word}`;
    }
  }
  return lines;
}

/** A piece at an indent, where `taken` columns of its first line are not its own. */
function text(code: Code, indent: string, taken: number): string {
  const flat = flatText(code);
  if (flat !== undefined && indent.length + taken + flat.length <= WIDTH && !mustBreak(code)) {
    return flat;
  }
  if (code instanceof Fields) {
    return braces(code, indent);
  }
  if (code instanceof Call) {
    return brokenCall(code, indent, taken);
  }
  if (Array.isArray(code)) {
    const inner = `${indent}  `;
    return `[\n${code.map((item) => `${inner}${text(item, inner, 1)},\n`).join('')}${indent}]`;
  }
  return flat ?? '';
}

function braces({ fields, notes }: Fields, indent: string): string {
  const inner = `${indent}  `;
  const lines = fields.map((field) => `${comments(field.notes, inner)}${inner}${fieldText(field, inner)},\n`);
  return `{\n${lines.join('')}${comments(notes, inner)}${indent}}`;
}

function fieldText({ key, value }: Field, indent: string): string {
  const head = `${keyText(key)}: `;
  const flat = flatText(value);
  // A text that is too long goes to a line of its own, after its key.
  return typeof value === 'string' && indent.length + head.length + (flat ?? '').length + 1 > WIDTH && key.length > 2
    ? `${head.trimEnd()}\n${indent}  ${flat}`
    : `${head}${text(value, indent, head.length + 1)}`;
}

function brokenCall({ callee, args, on }: Call, indent: string, taken: number): string {
  const head = on === undefined ? callee : `${text(on, indent, taken)}.${callee}`;
  const last = args.at(-1);
  const before = args.slice(0, -1).map(flatText);
  // An object or a list at the end stays on the line of the call.
  if ((last instanceof Fields || Array.isArray(last)) && before.every((one) => one !== undefined)) {
    const opening = `${head}(${before.map((one) => `${one}, `).join('')}`;
    if (indent.length + taken + opening.length + 1 <= WIDTH) {
      const forced = last instanceof Fields ? braces(last, indent) : text(last, indent, WIDTH);
      return `${opening}${forced})`;
    }
  }
  const inner = `${indent}  `;
  return `${head}(\n${args.map((arg) => `${inner}${text(arg, inner, 1)},\n`).join('')}${indent})`;
}

/** A piece on one line; `undefined` where notes or a list of tables keep it from that. */
function flatText(code: Code): string | undefined {
  if (typeof code === 'string') {
    return quoted(code);
  }
  if (typeof code === 'number' || typeof code === 'boolean') {
    return numeral(code);
  }
  if (code instanceof Name) {
    return code.path;
  }
  if (code instanceof Call) {
    const on = code.on === undefined ? '' : flatText(code.on);
    const args = code.args.map(flatText);
    return on === undefined || args.includes(undefined)
      ? undefined
      : `${on === '' ? '' : `${on}.`}${code.callee}(${args.join(', ')})`;
  }
  if (code instanceof Fields) {
    const parts = code.fields.map(({ key, value, notes }) => {
      const flat = flatText(value);
      return flat === undefined || notes.length > 0 ? undefined : `${keyText(key)}: ${flat}`;
    });
    return parts.includes(undefined) || code.notes.length > 0
      ? undefined
      : parts.length === 0
        ? '{}'
        : `{ ${parts.join(', ')} }`;
  }
  const items = code.map(flatText);
  return items.includes(undefined) || mustBreak(code) ? undefined : `[${items.join(', ')}]`;
}

/** The formatter breaks a list of several objects that have several fields. */
function mustBreak(code: Code): boolean {
  return (
    Array.isArray(code) && code.length > 1 && code.every((item) => item instanceof Fields && item.fields.length > 1)
  );
}

function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

/** As the formatter quotes: single quotes, but where there are more of them inside than of the others. */
function quoted(value: string): string {
  const json = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"');
  const count = (mark: string) => json.split(mark).length - 1;
  return count("'") > count('"') ? `"${json.replaceAll('"', '\\"')}"` : `'${json.replaceAll("'", "\\'")}'`;
}

function numeral(value: number | boolean): string {
  return String(value);
}
