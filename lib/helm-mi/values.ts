import { parseDocument } from 'yaml';
import { isRecord } from '../core/record';
import { refuse, verbatim } from '../core/refusal';
import { type ChartVersion, defaultsOf } from './chart';

/** What a values file may hold. */
type Fields = Readonly<Record<string, unknown>>;

/** The first line of what `helm get values` prints. */
const HELM_TITLE = /^(USER-SUPPLIED|COMPUTED) VALUES:\n/;

/**
 * The values of a release: what its values file says, over what the chart's own says; a null takes a default away, as
 * Helm has it. It takes note of every path that is read, so that what nobody asked for can be told.
 */
export class Values {
  private readonly all: unknown;
  private readonly asked = new Set<string>();

  /** @param said what the file says; @param version the chart that reads it */
  public constructor(
    private readonly said: Fields,
    public readonly version: ChartVersion,
  ) {
    this.all = laidOver(defaultsOf(version), said);
  }

  /** The value at a path, of the file or of the chart; `undefined` where there is none. */
  public at(path: string): unknown {
    this.asked.add(path);
    return valueAt(this.all, path) ?? undefined;
  }

  /** The same as text; empty where nothing is said. */
  public text(path: string): string {
    const value = this.at(path);
    return value === undefined || typeof value === 'object' ? '' : String(value);
  }

  /** The same as a number; `undefined` where it is none. */
  public number(path: string): number | undefined {
    const text = this.text(path).trim();
    return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
  }

  /** Whether the templates take it for true: what is not empty, not 0 and not false, "false" as a text among it. */
  public isOn(path: string): boolean {
    return isFull(this.at(path));
  }

  /** A table, empty where there is none. */
  public table(path: string): Fields {
    const value = this.at(path);
    return isRecord(value) ? value : {};
  }

  /** The items of a list, empty where there is none. */
  public list(path: string): readonly unknown[] {
    const value = this.at(path);
    return Array.isArray(value) ? value : [];
  }

  /** Whether the file says something at a path or below it, be it empty. */
  public says(path: string): boolean {
    return valueAt(this.said, path) !== undefined;
  }

  /** All paths of the file with their values; maps and lists are one value. */
  public leaves(isWhole: (path: string) => boolean): Array<readonly [path: string, value: unknown]> {
    return leavesOf(this.said, '', isWhole);
  }

  /** Paths of the file below which nobody asked for anything, each with its value; maps and lists are one value. */
  public unasked(isWhole: (path: string) => boolean): Array<readonly [path: string, value: unknown]> {
    return this.leaves(isWhole).filter(
      ([path]) => !this.asked.has(path) && ![...this.asked].some((asked) => path.startsWith(`${asked}.`)),
    );
  }
}

/** Reads a values file, or what `helm get values` prints of a release. */
export function readValues(file: string, text: string): Fields {
  const about = { prop: 'text', kind: 'values file', id: file };
  const document = parseDocument(text.replace(/\r\n/g, '\n').replace(HELM_TITLE, ''), { version: '1.1' });
  const [error] = document.errors;
  if (error !== undefined) {
    return refuse({ ...about, must: 'be YAML', got: verbatim(error.message.split('\n')[0] ?? '') });
  }
  const value: unknown = document.toJS() ?? {};
  return isRecord(value)
    ? value
    : refuse({ ...about, must: 'be a table of values', got: verbatim(Array.isArray(value) ? 'a list' : typeof value) });
}

/** Whether a template's `if` takes a value for true. */
export function isFull(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : value !== undefined && value !== null && value !== '' && value !== false && value !== 0;
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
}

function laidOver(under: unknown, over: unknown): unknown {
  if (!isRecord(under) || !isRecord(over)) {
    return over;
  }
  const merged = Object.entries(over).map(([key, value]) => [key, laidOver(under[key], value)] as const);
  const all = { ...under, ...Object.fromEntries(merged) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

function leavesOf(
  value: unknown,
  path: string,
  isWhole: (path: string) => boolean,
): Array<readonly [path: string, value: unknown]> {
  return isRecord(value) && Object.keys(value).length > 0 && !isWhole(path)
    ? Object.entries(value).flatMap(([key, child]) => leavesOf(child, path === '' ? key : `${path}.${key}`, isWhole))
    : [[path, value]];
}
