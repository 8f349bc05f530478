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
  const text = isBlock(object) ? written(object, '') : undefined;
  return text === undefined ? undefined : `${text}\n`;
}

function written(value: unknown, indent: string): string | undefined {
  if (typeof value === 'string') {
    return textOf(value, indent);
  }
  if (typeof value === 'boolean' || value === null) {
    return String(value);
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0) ? String(value) : undefined;
  }
  if (Array.isArray(value)) {
    return listOf(value, indent);
  }
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
    ? mapOf(Object(value), indent)
    : undefined;
}

function listOf(items: readonly unknown[], indent: string): string | undefined {
  let lines = '';
  for (const item of items) {
    const text = written(item, `${indent}  `);
    if (text === undefined) {
      return undefined;
    }
    lines += `${lines === '' ? '' : `\n${indent}`}- ${text}`;
  }
  return lines === '' ? '[]' : lines;
}

/** Keys that were seen to be plain: a fleet has few, and each of them often. */
const PLAIN_KEYS = new Set<string>();

function isPlain(key: string): boolean {
  if (!PLAIN_KEYS.has(key) && KEY.test(key)) {
    PLAIN_KEYS.add(key);
  }
  return PLAIN_KEYS.has(key);
}

function mapOf(fields: Readonly<Record<string, unknown>>, indent: string): string | undefined {
  const deeper = `${indent}  `;
  let lines = '';
  for (const key in fields) {
    const value = fields[key];
    const text = isPlain(key) ? written(value, deeper) : undefined;
    if (text === undefined) {
      return undefined;
    }
    lines += `${lines === '' ? '' : `\n${indent}`}${key}:${isBlock(value) ? `\n${deeper}` : ' '}${text}`;
  }
  return lines === '' ? '{}' : lines;
}

/** Whether a value stands on lines of its own below its key. */
function isBlock(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function textOf(text: string, indent: string): string | undefined {
  if (NAME.test(text)) {
    return text;
  }
  if (UNUSUAL.test(text)) {
    return undefined;
  }
  if (text.includes('\n')) {
    return blockOf(text, indent);
  }
  if (PERHAPS_MEANT.test(text) && isMisread(text)) {
    return JSON.stringify(text);
  }
  if (SIGN.test(text) || (PERHAPS_MEANT.test(text) && RESOLVED.some((test) => test.test(text)))) {
    return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
  }
  return text;
}

function blockOf(text: string, indent: string): string | undefined {
  if (UNUSUAL_BLOCK.test(text)) {
    return undefined;
  }
  const isEnded = text.endsWith('\n');
  const lines = isEnded ? text.slice(0, -1) : text;
  return `${isEnded ? '|' : '|-'}\n${indent}${lines.replace(/\n+/g, `$&${indent}`)}`;
}
