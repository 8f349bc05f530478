import { RESOLVED } from './yaml-1-1';

/** Keys that no reader takes for anything but a text; others are left to the package. */
const KEY = /^(?!(?:y|yes|n|no|on|off|true|false|null)$|e[-\d])[a-z][\w./-]{0,250}$/i;

/** Control characters, line ends that readers do not agree on, what half a character is: left to the package. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNUSUAL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/;

/** Where the blanks of a text of several lines need more than its sign says. */
const UNUSUAL_BLOCK = /^[\n\t ]|[\t ]$|\n[\t ]*\n$/;

/** What a text that is not quoted must not hold. */
const SIGN = /^[\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|:[ \t]|[\t ]#|[\t :]$/;

/** The start of all that YAML 1.1 may have a meaning for: looked at closely. */
const PERHAPS_MEANT = /^(?:$|[-+._~=<\d]|e[-+\d]|(?:y|yes|n|no|on|off|true|false|null)$)/i;

/** What kubectl's reader takes for a number once it has dropped the `_`, which the package does not think of. */
const NUMBER = /^[-+]?(0[xob][0-9a-f]+|\d+|(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?)$/i;

/** What YAML 1.1 has a meaning for beside truth, numbers and dates: the value of a map, and a map to be merged. */
const MEANT = /^(=|<<)$/;

/** Most texts of an object: names, paths, images. They mean nothing but themselves, and nothing in them is a sign. */
const NAME = /^(?!(?:y|yes|n|no|on|off|true|false|null)$|e[-+\d])[a-z/](?:[\w./-]|:(?=[\w./-]))*$/i;

/** Whether a reader may take the text, which the package would leave unquoted, for something else. */
export function isMisread(text: string): boolean {
  return MEANT.test(text) || NUMBER.test(text.replace(/_/g, ''));
}

/**
 * An object of texts, numbers, truths, lists and objects as YAML, byte for byte what the `yaml` package writes of it, in
 * a tenth of the time; undefined where something in it is unusual.
 */
export function plainYaml(object: unknown): string | undefined {
  const writer = new Writer();
  const isUsual = typeof object === 'object' && object !== null && writer.value(object, '', 0);
  return isUsual && !EMPTY.has(writer.text) ? `${writer.text}\n` : undefined;
}

/** What has nothing in it is left to the package. */
const EMPTY: ReadonlySet<string> = new Set(['{}', '[]']);

/** Writes into one text that grows, which takes less memory than a text of each part; false is told of what is unusual. */
class Writer {
  text = '';

  /** Behind a key, with a blank between them, or behind the sign of an item. */
  value(value: unknown, blank: ' ' | '', depth: number): boolean {
    if (typeof value === 'object' && value !== null) {
      return Array.isArray(value) ? this.list(value, blank, depth) : this.map(Object(value), blank, depth);
    }
    const text = scalar(value, depth);
    this.text += `${blank}${text}`;
    return text !== undefined;
  }

  private list(items: readonly unknown[], blank: ' ' | '', depth: number): boolean {
    const sign = `${lineAt(depth)}- `;
    let lead = blank === '' ? '- ' : sign;
    for (const item of items) {
      this.text += lead;
      if (!this.value(item, '', depth + 1)) {
        return false;
      }
      lead = sign;
    }
    this.text += items.length === 0 ? `${blank}[]` : '';
    return true;
  }

  private map(fields: Readonly<Record<string, unknown>>, blank: ' ' | '', depth: number): boolean {
    if (Object.getPrototypeOf(fields) !== Object.prototype) {
      return false;
    }
    let isFirst = true;
    for (const key in fields) {
      const line = lineOfKey(key, depth);
      if (line === undefined) {
        return false;
      }
      this.text += isFirst && blank === '' ? `${key}:` : line;
      isFirst = false;
      if (!this.value(fields[key], ' ', depth + 1)) {
        return false;
      }
    }
    this.text += isFirst ? `${blank}{}` : '';
    return true;
  }
}

/** The start of a line at each depth. */
const LINES: string[] = [];

function lineAt(depth: number): string {
  const line = LINES[depth] ?? `\n${'  '.repeat(depth)}`;
  LINES[depth] = line;
  return line;
}

/** Lines of keys that were seen to be plain, by depth: a fleet has few, and each of them often. */
const KEYS: Array<Map<string, string>> = [];

function lineOfKey(key: string, depth: number): string | undefined {
  return KEYS[depth]?.get(key) ?? (KEY.test(key) ? learnt(key, depth) : undefined);
}

function learnt(key: string, depth: number): string {
  const keys = KEYS[depth] ?? new Map<string, string>();
  const line = `${lineAt(depth)}${key}:`;
  KEYS[depth] = keys.set(key, line);
  return line;
}

function scalar(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') {
    return TEXTS.get(value) ?? textOf(value, depth);
  }
  if (typeof value === 'boolean' || value === null) {
    return String(value);
  }
  const isNumber = typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0);
  return isNumber ? String(value) : undefined;
}

/** How short texts of one line are written: those of one unit are most of those of the next. */
const TEXTS = new Map<string, string>();
const MOST_TEXTS = 10_000;
const SHORT = 100;

function textOf(text: string, depth: number): string | undefined {
  if (text.includes('\n')) {
    return UNUSUAL.test(text) ? undefined : blockOf(text, depth);
  }
  const line = lineOf(text);
  if (line !== undefined && text.length <= SHORT && TEXTS.size < MOST_TEXTS) {
    TEXTS.set(text, line);
  }
  return line;
}

function lineOf(text: string): string | undefined {
  if (NAME.test(text)) {
    return text;
  }
  if (UNUSUAL.test(text)) {
    return undefined;
  }
  if (PERHAPS_MEANT.test(text) && isMisread(text)) {
    return JSON.stringify(text);
  }
  if (SIGN.test(text) || (PERHAPS_MEANT.test(text) && RESOLVED.some((test) => test.test(text)))) {
    return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
  }
  return text;
}

function blockOf(text: string, depth: number): string | undefined {
  if (UNUSUAL_BLOCK.test(text)) {
    return undefined;
  }
  const isEnded = text.endsWith('\n');
  const lines = isEnded ? text.slice(0, -1) : text;
  const indent = '  '.repeat(depth);
  return `${isEnded ? '|' : '|-'}\n${indent}${lines.replace(/\n+/g, `$&${indent}`)}`;
}
