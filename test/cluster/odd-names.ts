import fc from 'fast-check';
import type { Host, Path } from '../../lib';
import { mostly } from './odd-texts';

const WORDS = ['orders', 'prices', 'clinic', 'retail', 'lab-results', 'a', 'x1', 'a--b', 'config', 'ingress'];

const ODD_NAMES = [
  '',
  '-',
  '-a',
  'a-',
  '1st',
  'Orders',
  'a_b',
  'a.b',
  'a/b',
  'a b',
  'a"b',
  'a\nb',
  'größe',
  '注文',
  'namespace',
  'default',
  'kube-system',
  'constructor',
  '__proto__',
];

/** Names that every kind of object takes, some of them as long as may be. */
export const plainName = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}[a-z0-9]$/) },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 40 }).map((length) => `${'long-'.repeat(16).slice(0, length)}x`) },
);

/** Names of 1 to 80 characters of any kind, and those that trip something. */
export const anyName = mostly(
  plainName,
  fc.oneof(
    fc.constantFrom(...ODD_NAMES),
    fc.integer({ min: 45, max: 80 }).map((length) => 'n'.repeat(length)),
    fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }),
    fc.stringMatching(/^[a-zA-Z0-9.-]{1,80}$/),
  ),
);

/** Hosts, mostly of the one kind. */
export const anyHost = mostly(
  fc.tuple(plainName, fc.constantFrom('example.com', 'wso2.com')).map(([name, domain]): Host => `${name}.${domain}`),
  fc.oneof(
    fc.constantFrom<Host>('10.0.0.1', '*.example.com', 'a..b', '.a', 'a.', 'A.example.com', '1.example.com', 'a.b:80'),
    fc.tuple(anyName, anyName).map(([name, domain]): Host => `${name}.${domain}`),
  ),
);

const ODD_PATHS: readonly Path[] = [
  '/a/',
  '//',
  '/*',
  '/a?b',
  '/a#b',
  '/a b',
  '/.',
  '/..',
  '/a/../b',
  '/a/./b',
  '/%2f',
  '/a%2Fb',
  '/%zz',
  '/größe',
  '/a"b',
  '/a\\b',
  '/{id}',
  '/a;b',
  '/a\u0000',
  '/a\u2028b',
  '/$1',
];

/** Paths of URLs. */
export const anyPath = mostly(
  fc.array(fc.stringMatching(/^[a-zA-Z0-9_~-]{1,8}$/), { maxLength: 3 }).map((parts): Path => `/${parts.join('/')}`),
  fc.oneof(
    fc.constantFrom(...ODD_PATHS),
    fc.string({ unit: 'grapheme', maxLength: 20 }).map((text): Path => `/${text}`),
  ),
);

/** Folders of a container. */
export const anyFolder = mostly(
  fc.tuple(fc.constantFrom('mnt', 'data', 'srv/in'), plainName).map(([parent, name]): Path => `/${parent}/${name}`),
  fc.oneof(
    fc.constantFrom<Path>(
      '/',
      '//',
      '/mnt/',
      '/mnt/../x',
      '/etc',
      '/home',
      '/home/wso2carbon',
      '/a:b',
      '/mnt/.',
      '/logs',
    ),
    fc.constantFrom<Path>('/a\u2028b', '/größe', '/a b', '/$(A)', '/home/wso2carbon/wso2mi-4.4.0/x', '/usr/x'),
    fc.string({ unit: 'grapheme', maxLength: 20 }).map((text): Path => `/${text}`),
  ),
);
