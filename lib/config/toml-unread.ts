import type { Complaint } from '../core/refusal';
import { MI_RELEASES, type MiRelease } from '../release/mi-release';
import { releasesWhere } from '../release/releases-where';
import type { TomlTable, TomlValue } from './deployment-toml';
import { reservedBecause } from './reserved-keys';
import { isTomlTable, nearestKey, readersOf, type TomlKey, tomlKeys } from './toml-keys';

/** The tables of a configuration, and what of them is not to be checked. */
type CheckedToml = Readonly<{ toml?: TomlTable; uncheckedKeys?: readonly string[] }>;

/** What is wrong with the tables of a configuration for one release of Micro Integrator. */
export function unreadComplaints(release: MiRelease, { toml = {}, uncheckedKeys = [] }: CheckedToml): Complaint[] {
  const keys = tomlKeys(toml);
  const refused = keys
    .filter(([key]) => !isTomlTable(key) && !readersOf(key).releases.includes(release))
    .map(([key]) => key)
    .filter((key) => reservedBecause(key.join('.')) === undefined && !uncheckedKeys.some((one) => isBelow(key, one)));
  return [
    // It would take away the keys that are written there.
    ...keys
      .filter(([key, value]) => isTomlTable(key) && !isEmpty(value) && !readersOf(key).releases.includes(release))
      .map(([key, got]) => ({ prop: `config.toml.${key.join('.')}`, must: 'be a table', got })),
    ...new Map(refused.map((key) => complaintOf(key, release)).map((one) => [String(one.got), one])).values(),
    ...uncheckedKeys
      .filter((one) => !keys.some(([key]) => isBelow(key, one)))
      .map((got) => ({ prop: 'config.uncheckedKeys', must: 'name keys or tables of config.toml', got })),
    ...unresolved(toml, release),
  ];
}

function isEmpty(value: TomlValue): boolean {
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Whether a key is another, or stands in that table. */
function isBelow(key: TomlKey, other: string): boolean {
  return `${key.join('.')}.`.replaceAll('[]', '').startsWith(`${other.replaceAll('[]', '')}.`);
}

function complaintOf(key: TomlKey, release: MiRelease): Complaint {
  const { releases } = readersOf(key);
  const nearest = nearestKey(key, release);
  const known = key.findIndex((_, index) => !isTomlTable(key.slice(0, index + 1)));
  // Of a table that nobody knows one sentence is enough.
  const got = (releases.length === 0 && nearest === undefined ? key.slice(0, known + 1) : key).join('.');
  const others = releases.length === 0 ? [] : [`${releases.join(', ')} read${releases.length === 1 ? 's' : ''} it`];
  const meant = nearest === undefined ? [] : [`is "${nearest}" meant?`];
  const instead = [...others, ...meant, 'what a patch or a class of your own reads is named in config.uncheckedKeys'];
  return { prop: 'config.toml', must: `hold keys that release ${release} reads`, got, instead: instead.join('; ') };
}

/** References that the release writes out as they stand, for want of a resolver in lists of tables. */
function unresolved(toml: TomlTable, release: MiRelease): Complaint[] {
  return MI_RELEASES[release].resolvesInLists
    ? []
    : tomlKeys(toml)
        .filter(([key, value]) => key.some((name) => name.endsWith('[]')) && String(value).includes('$env{'))
        .map(([key]) => ({
          prop: 'config.toml',
          must: `hold no $env{…} in a list of tables of release ${release}, which hands it on as it stands`,
          got: key.join('.'),
          instead: `take a release ${releasesWhere(({ resolvesInLists }) => resolvesInLists)}`,
        }));
}
