import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MiRelease } from '../../lib/release/mi-release';

/** The file that holds the stock log4j2.properties of each release. */
export const STOCK_FILES: Readonly<Record<MiRelease, string>> = {
  '1.1.0': '1.1',
  '1.2.0': '1.2-4.1',
  '4.0.0': '1.2-4.1',
  '4.1.0': '1.2-4.1',
  '4.2.0': '4.2',
  '4.3.0': '4.3-4.5',
  '4.4.0': '4.3-4.5',
  '4.5.0': '4.3-4.5',
  '4.6.0': '4.6',
};

/** Every release, in their order. */
export const RELEASES = Object.keys(STOCK_FILES) as MiRelease[];

/** The stock log4j2.properties of a release, as its product has it. */
export function stockFile(release: MiRelease): Record<string, string> {
  return parsed(readFileSync(join(__dirname, `${STOCK_FILES[release]}.properties`), 'utf8'));
}

/** Keys and values of a properties file that escapes nothing but the ends of its lines. */
export function parsed(text: string): Record<string, string> {
  const lines = text.replace(/\\\n\s*/g, '').split('\n');
  return Object.fromEntries(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [, key = '', value = ''] = /^([^=]*?)\s*=\s*(.*)$/.exec(line) ?? [];
        // log4j2 takes a level in any case; the stock files have one "Error" among them.
        return [key, key.endsWith('.level') ? value.toUpperCase() : value];
      }),
  );
}
