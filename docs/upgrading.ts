import { MI_RELEASES, type MiFacts, type MiProbe } from '../lib/release/mi-release';

const HEAD = `# From one release of Micro Integrator to the next

Written by \`npm run docs\` from the table of releases (\`lib/release/mi-release.ts\`); \`npm test\` fails when it is old.

An upgrade of a tenant is one word, the \`release\` of its base image: user, ports, probes, stores, log files and the stop follow from it, and a prop or a key of \`config.toml\` that the new release does not read is refused with the nearest that it does. What is below is what a program cannot do for you, and what changes in the cluster. Over several releases, read all steps between.

Before each of them: build the applications against the new release, upgrade one tenant by a canary (\`Canary.percent\`, if its readiness is asked in the same way), and keep the old image. Back again is the old \`release\`; databases of the product (coordination, user store) are made by the scripts of the release, in \`dbscripts\` of its home.
`;

/** How each fact of a release is told when it changes; a fact that is not here does not compile. */
const TOLD: { readonly [Fact in keyof MiFacts]: (to: MiFacts[Fact], from: MiFacts[Fact], all: MiFacts) => string } = {
  jdk: (to, from) =>
    `**The start script takes JDK ${shown(to)}, before ${shown(from)}**; with another it says so and ends with 0, again and again. Base images of your own change it.`,
  spoils: (to) => `What in a secret breaks the start: ${shown(to)}.`,
  user: (to, from) =>
    `**Processes run as user and group ${to}, before as ${from}.** Files on shared volumes that ${from} wrote stay ${from}'s: let their owner or group be changed once (\`chown -R ${to}:${to}\`), or keep them writable for a group of \`SharedVolume({ group })\`. Whoever mounts an access point of EFS that fixes a user changes it there. Images of applications copy their CARs with the new owner.`,
  ports: (to) =>
    `Ports are ${Object.entries(to)
      .map(([name, port]) => `${port} (${name})`)
      .join(', ')}: callers by number follow.`,
  startup: (to) => `The start is over when ${asked(to)}.`,
  readiness: (to) =>
    `**Pods are ready when ${asked(to)}.** A canary of the other release is refused while the two are asked differently.`,
  liveness: (to) => `A pod is restarted when it no longer answers: ${asked(to)}.`,
  consoleLogs: (to, from) => logs('On the console', to, from),
  fileLogs: (to, from) =>
    `${logs('In files of the container', to, from)} Sidecars and \`ConsoleLogging\` can take them.`,
  drainSeconds: (to, from) =>
    `**A stop waits for work in flight up to ${to} s, before ${from} s.** The grace period of the pods grows with it, and with it the time of a rollout and of a drain of a node.`,
  drainIsConfigurable: (to) =>
    to ? 'The wait of a stop can be said: `lifecycle.drain`.' : 'The wait of a stop is fixed.',
  readsHotDeployment: (to) =>
    to
      ? 'Hot deployment is switched off in the pods: a new CAR is a new image.'
      : 'Hot deployment cannot be switched off.',
  resolvesInLists: (to) =>
    to
      ? '`$env{…}` is resolved in lists of tables too, so datasources may be used.'
      : '`$env{…}` is not resolved in lists.',
  userStore: (to) =>
    to ? 'The stock file names a user store (`[user_store]`).' : 'The stock file names no user store.',
  ownKeystore: (to, from) =>
    `The product's own keystore is said in \`[keystore.${to}]\`, before in \`[keystore.${from}]\`; what your \`config.toml\` says of it moves.`,
  keystoreFileKey: (to, from) =>
    `The keystore of the HTTPS listener names its file by \`${to}\`, before by \`${from}\`; \`Keystore.fromSecret\` follows by itself.`,
  storeFolder: (to) =>
    `Files of stores are named ${to === '' ? 'bare' : `with their folder, \`${to}\``}; what your \`config.toml\` says of them follows.`,
  metricHandler: (to) => (to === undefined ? 'Metrics need no handler.' : `Metrics are counted by \`${to}\`.`),
  tracingTable: (to, from) =>
    `Tracing is set in \`[${to}]\`${from === undefined ? '' : `, before in \`[${from}]\``}; \`Tracing\` follows by itself.`,
  tracers: (to, from) => tracersTold(to, from),
  tracesNamedBy: (to) => (to === undefined ? 'All spans are of one service.' : SPANS[to]),
  configuresManagement: (to) =>
    to
      ? 'The Management API has a login (`config.managementLogin`) and the certificate of `tls`.'
      : 'The Management API has the stock login.',
  marksAdministrators: (to) =>
    to ? 'The user of `config.managementLogin` is an administrator by word.' : 'Users have no roles.',
  coordinates: (to) =>
    to ? '`Scaling.coordinated` shares out tasks and inbounds by a database.' : 'Nothing is shared out.',
  controlPlane: (to, from) =>
    `**Pods report to ${plane(to)}, before to ${plane(from)}**: \`config.controlPlane\`${to === undefined ? ' is left out' : ` is \`ControlPlane.${to}\``}.`,
  tellsManagementAddress: (to) =>
    to ? 'Pods tell the dashboard by which address it asks them.' : 'Pods tell no address.',
  serviceCatalog: (to) =>
    to ? 'Services can be published to the catalog of API Manager (`config.serviceCatalog`).' : 'No catalog.',
  diagnosticsTool: (to) =>
    to
      ? 'The start script brings a diagnostics tool, a second JVM; it is switched off, since it takes over the heap of the first.'
      : 'No diagnostics tool.',
};

/** The text of \`docs/upgrading.md\`: a section a release, what it changed for a tenant. */
export function upgradingDoc(): string {
  const releases = Object.entries(MI_RELEASES);
  const sections = releases.slice(1).map(([release, facts], index) => {
    const [before = '', old = facts] = releases[index] ?? [];
    const lines = changes(facts, old);
    const none = ['Nothing that a manifest must know.'];
    return [
      `## From ${before} to ${release}`,
      '',
      ...(lines.length === 0 ? none : lines.map((line) => `- ${line}`)),
      '',
    ];
  });
  return [HEAD, ...sections.flat()].join('\n');
}

/** What a release changed, a sentence for each fact. */
export function changes(to: MiFacts, from: MiFacts): string[] {
  return factsOf(to)
    .filter((fact) => JSON.stringify(to[fact]) !== JSON.stringify(from[fact]))
    .map((fact) => told(fact, to, from));
}

function told<Fact extends keyof MiFacts>(fact: Fact, to: MiFacts, from: MiFacts): string {
  return TOLD[fact](to[fact], from[fact], to);
}

function factsOf(facts: MiFacts): Array<keyof MiFacts> {
  return Object.keys(facts).filter((key): key is keyof MiFacts => key in TOLD);
}

const SPANS = {
  SERVICE_NAME: 'Spans of `Tracing` are of the service `<tenant>.<unit>`, before of one for all.',
  OTEL_RESOURCE_ATTRIBUTES:
    'Spans of `Tracing` are of the service `<tenant>` in the namespace `<unit>`, before of the service `<tenant>.<unit>`.',
};

/** A fact as text. */
function shown(value: unknown): string {
  return Array.isArray(value)
    ? value.map((one) => `\`${one}\``).join(', ')
    : typeof value === 'object' && value !== null
      ? Object.values(value).join(' to ')
      : String(value);
}

function asked({ port, path }: MiProbe): string {
  return path === undefined ? `port ${port} takes a connection` : `\`GET ${path}\` on port ${port} says yes`;
}

function logs(where: string, to: readonly string[], from: readonly string[]): string {
  const more = to.filter((file) => !from.includes(file));
  const less = from.filter((file) => !to.includes(file));
  const names = (files: readonly string[]) => files.map((file) => `\`${file}\``).join(', ');
  return `${where}: ${[...(more.length === 0 ? [] : [`new ${names(more)}`]), ...(less.length === 0 ? [] : [`gone ${names(less)}`])].join('; ')}.`;
}

function tracersTold(to: readonly string[], from: readonly string[]): string {
  const gone = from.filter((tracer) => !to.includes(tracer));
  const all = `Traces go to ${to.map((tracer) => `\`Tracing.${tracer}\``).join(', ')}.`;
  return gone.length === 0 ? all : `**Traces no longer go to ${gone.join(', ')}.** ${all}`;
}

function plane(name: MiFacts['controlPlane']): string {
  return name === undefined ? 'nobody' : { dashboard: 'the dashboard', icp: 'the Integration Control Plane' }[name];
}
