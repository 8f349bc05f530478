import type { Log4j2Changes } from '../config/pod-part';
import type { PropertyValue } from '../core/java-properties';
import { type Complaint, complaintsOf, verbatim } from '../core/refusal';
import { LOG_LEVELS, type LogLevel } from '../release/log-level';
import type { MiRelease } from '../release/mi-release';
import { secretComplaints } from '../secret/literal-secret';
import { changedEntries } from './log4j2';
import { idsIn } from './log4j2-own';
import { pluginComplaints } from './log4j2-plugins';
import { silencedComplaints } from './silenced-files';

/** The props of a tenant that change log4j2.properties, as complaints name them. */
const LEVELS = 'config.logLevels';
const OWN = 'config.log4j2';

/** Keys that this library writes whole, and what to write instead. */
const RESERVED: ReadonlyArray<readonly [RegExp, string]> = [
  [/^appenders$/, 'every appender.<id>.… is listed by itself'],
  [/^loggers$/, 'every logger.<id>.… is listed by itself'],
  [/^rootLogger$/, 'write rootLogger.level and rootLogger.appenderRef.<id>.ref'],
  [/^logger\.[^.]*$/, 'write logger.<id>.name, logger.<id>.level and logger.<id>.appenderRef.<id>.ref'],
];

const LOOKUPS = `deployment.toml has $env{NAME}, log4j2 has \${env:NAME}`;
const FROM_SECRET = `write "\${env:NAME}" and set env.NAME to EnvValue.fromSecret(…)`;
const GIVES_UP = 'log4j2 gives up the whole file without it';

type Own = Readonly<Record<string, string>>;
type Entries = ReadonlyMap<string, PropertyValue>;

/** What log4j2 cannot do without, by kind: it gives up the whole file when one is missing. */
const NEEDED: ReadonlyArray<readonly [kind: string, parts: readonly string[]]> = [
  ['appender', ['type', 'name']],
  ['logger', ['name']],
];

/** What is wrong with the levels and properties that a tenant lays over its log4j2.properties. */
export function log4j2Complaints(release: MiRelease, changes: Log4j2Changes): Complaint[] {
  const { levels = {}, own = {}, reads = [] } = changes;
  const noTexts = Object.entries<unknown>(own).filter(([, value]) => typeof value !== 'string');
  return noTexts.length > 0
    ? noTexts.map(([key, got]) => ({ prop: propOf(key), must: 'be a text', got }))
    : [
        ...Object.entries(levels).flatMap(levelComplaints),
        ...Object.entries(own).flatMap(ownComplaints),
        ...pluginComplaints(own, propOf),
        ...missingParts(own, changedEntries(release, changes)),
        ...lostReferences(own, changedEntries(release, changes)),
        ...silencedComplaints(release, changes, reads),
      ];
}

function propOf(key: string): string {
  return `${OWN}["${key}"]`;
}

function levelComplaints([name, level]: readonly [string, LogLevel]): Complaint[] {
  const prop = `${LEVELS}["${name}"]`;
  const isName = /^[^\s.,*{}]+(\.[^\s.,*{}]+)*$/.test(name);
  const instead = 'a logger takes all below it: write "org.apache.synapse" or "root"';
  return [
    ...complaintsOf(LEVELS, [[isName, 'name a class or a package', name, instead]]),
    ...complaintsOf(prop, [[LOG_LEVELS.includes(level), `be one of ${LOG_LEVELS.join(', ')}`, level]]),
  ];
}

function ownComplaints([key, value]: readonly [string, string]): Complaint[] {
  const prop = propOf(key);
  const reserved = RESERVED.find(([pattern]) => pattern.test(key));
  const foreign = /\$(env|sys|secret|ref)\{[^}]*\}/.exec(value);
  return [
    ...complaintsOf(prop, [
      [reserved === undefined, 'be left alone', value, reserved?.[1]],
      [foreign === null, 'be in the words of log4j2', foreign?.[0], LOOKUPS],
    ]),
    ...openComplaints(key, value),
  ];
}

function openComplaints(key: string, value: string): Complaint[] {
  // What a lookup falls back on is written out as well.
  const written = value.replace(/\$\{[^}]*?:-([^}]*)\}/g, '$1');
  const [name = ''] = /[^.]*(\.value)?$/.exec(key) ?? [];
  const place = { prop: propOf(key), from: 'the environment', instead: FROM_SECRET } as const;
  return secretComplaints(place, name.replace(/EnvironmentVariable$/, 'Name'), written);
}

/** Things of the tenant's own that lack what log4j2 needs of them. */
function missingParts(own: Own, all: Entries): Complaint[] {
  return NEEDED.flatMap(([kind, parts]) =>
    idsIn(own, kind)
      .flatMap((id) => parts.map((part) => `${kind}.${id}.${part}`))
      .filter((key) => !all.has(key))
      .map((key) => ({ prop: propOf(key), must: 'be there', got: verbatim('nothing'), instead: GIVES_UP })),
  );
}

/** References of the tenant's own to appenders that nobody has. */
function lostReferences(own: Own, all: Entries): Complaint[] {
  const names = [...(all.get('appenders') ?? [])].flatMap((id) => all.get(`appender.${id}.name`) ?? []);
  return Object.entries(own)
    .filter(([key, name]) => /\.appenderRef\.[^.]+\.ref$/.test(key) && !name.includes('${') && !names.includes(name))
    .map(([key, got]) => ({ prop: propOf(key), must: `name an appender: ${names.join(', ')}`, got }));
}
