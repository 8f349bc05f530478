import { createHash } from 'node:crypto';
import type { MiRelease } from '../../lib/release/mi-release';

/**
 * What the stock log4j2.properties of each release says, by its digest: computed of the file in the product once, by
 * `npx tsx tools/log4j2-digest.ts <file>`.
 */
export const STOCK_DIGESTS: Readonly<Record<MiRelease, string>> = {
  '1.1.0': '71171a25627073713689ebbea6da079797794d54c56deaea5c69e43ad166ebc7',
  '1.2.0': '50b653d120d95a339bff0766ca5e17c3af9bfd0d5fab75a671490ce457d3bcd9',
  '4.0.0': '50b653d120d95a339bff0766ca5e17c3af9bfd0d5fab75a671490ce457d3bcd9',
  '4.1.0': '50b653d120d95a339bff0766ca5e17c3af9bfd0d5fab75a671490ce457d3bcd9',
  '4.2.0': '313c268101e5f7c9dda89655d9734c51f5bc6f661ff304c85e49e051298d7f9e',
  '4.3.0': 'd3b819b3711e523dd541eb8898167d00403559e54d11d9d5d8ec3c212fe1565a',
  '4.4.0': 'd3b819b3711e523dd541eb8898167d00403559e54d11d9d5d8ec3c212fe1565a',
  '4.5.0': 'd3b819b3711e523dd541eb8898167d00403559e54d11d9d5d8ec3c212fe1565a',
  '4.6.0': 'cfff6a999931c25df65e1d5978ec4a917677f4fda01c963a3f334613d38ba9ab',
};

/** Every release, in their order. */
export const RELEASES = Object.keys(STOCK_DIGESTS) as MiRelease[];

/** SHA-256 of the entries of a properties file, sorted, each as `key=value` on a line. */
export function digestOf(text: string): string {
  const lines = Object.entries(parsed(text)).map(([key, value]) => `${key}=${value}\n`);
  return createHash('sha256').update(lines.sort().join('')).digest('hex');
}

/** Keys and values of a properties file that escapes nothing but the ends of its lines. */
function parsed(text: string): Record<string, string> {
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
