/** A value of a properties file; a list is written as its elements with commas between them, each on a line. */
export type PropertyValue = string | readonly string[];

/** Text that `java.util.Properties` reads as these keys and values, whatever characters are in them. */
export function javaProperties(entries: Iterable<readonly [string, PropertyValue]>): string {
  return [...entries].map(([key, value]) => `${escapedKey(key)} = ${writtenValue(value)}\n`).join('');
}

function writtenValue(value: PropertyValue): string {
  return typeof value === 'string' ? escapedValue(value) : value.map(escapedValue).join(', \\\n  ');
}

function escapedKey(key: string): string {
  return escaped(key).replace(/[ =:#!]/g, '\\$&');
}

/** Within a value only a leading space means nothing; what ends a key is plain text here. */
function escapedValue(value: string): string {
  return escaped(value).replace(/^ /, '\\ ');
}

/** The file is read as ISO 8859-1, so all beyond ASCII is named by its number, as are characters that end a line. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
