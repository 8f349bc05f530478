import { type ChartVersion, KEYS } from '../../lib/helm-mi/chart';
import { readValues, Values } from '../../lib/helm-mi/values';

/**
 * Notes of a program that are not true of its values: whoever says "without effect while a.b is off" has the key
 * a.b of the chart off in the values of the file over those of the chart; and nobody says it in other words.
 */
export function falseNotes(notes: readonly string[], text: string, version: ChartVersion): string[] {
  const values = new Values(readValues('values.yaml', text), version);
  return notes.filter((note) => /without effect/.test(note) && !holds(note, values));
}

function holds(note: string, values: Values): boolean {
  const [, key = '', state = '', , wanted] =
    /^\S+: without effect while (\S+) is (off|empty|on|set|not ("(.*)"))$/.exec(note) ?? [];
  if (!KEYS.has(key)) {
    return false;
  }
  switch (state) {
    case 'off':
    case 'empty':
      return !values.isOn(key);
    case 'on':
    case 'set':
      return values.isOn(key);
    default:
      return wanted !== undefined && values.text(key) !== wanted;
  }
}
