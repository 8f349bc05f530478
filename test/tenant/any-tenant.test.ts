import fc from 'fast-check';
import { parse } from 'smol-toml';
import type { Container } from '../../imports/k8s';
import {
  Canary,
  ConfigFile,
  ControlPlane,
  Datasource,
  Endpoint,
  EnvSource,
  EnvValue,
  Keystore,
  LoggingSidecar,
  Metrics,
  MI_RELEASES,
  type MiConfig,
  type MiLogFile,
  type MiRelease,
  MiTenant,
  type MiTenantProps,
  type NamedSecret,
  type PodProps,
  Scaling,
  SecureVault,
  ServiceCatalog,
  type TomlTable,
  Tracing,
  Truststore,
} from '../../lib';
import { ungrammatical } from '../cluster/grammar';
import { imageOf, RELEASES } from '../config-parts';
import { errorOf, type Manifest, manifestsOf, newFleet, newUnit, type Pod } from '../manifests';

const RUNS = 120;

/** Mostly the one, in one case of twenty the other, which is refused. */
function mostly<T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 19, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

/** There or not. */
function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined, freq: 1 });
}

const at = Endpoint.outside('system.example.com', 4000, ['10.20.0.0/24']);

// Names and keys come from small pools on purpose: what meets is what goes wrong.
const secret: fc.Arbitrary<string | NamedSecret> = fc.oneof(
  fc.constantFrom('stock-api', 'orders-tls', 'vault'),
  fc
    .constantFrom('brought', 'mounted')
    .map((secretName) => ({ secretName, csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true } })),
);
const key = fc.constantFrom('password', 'user', 'key.pem');
const value = fc.oneof(
  fc.tuple(secret, key).map(([name, of]) => EnvValue.fromSecret(name, of)),
  key.map((of) => EnvValue.fromConfigMap('site', of)),
  fc.constantFrom('name' as const, 'address' as const, 'node' as const).map((fact) => EnvValue.fromPod(fact)),
  fc.constantFrom('https://stock.example.com', '').map((text) => EnvValue.notSecret(text)),
);

const login = fc.record({ username: value, password: value });
const drivers = ['mysql', 'postgresql', 'oracle', 'mssql', 'db2'] as const;

function datasource(id: fc.Arbitrary<string>): fc.Arbitrary<Datasource> {
  const parameters = fc.constantFrom<Record<string, string>[]>({}, { a: '1' }, { a: '1', b: '2' });
  return fc
    .tuple(fc.constantFrom(...drivers), id, parameters, login)
    .map(([driver, name, more, who]) => Datasource[driver](name, { at, database: 'orders', parameters: more, ...who }));
}

function brought<T>(file: string, of: (secret: string | NamedSecret, props: { file: string; password: string }) => T) {
  return fc.tuple(secret, key).map(([name, password]) => of(name, { file, password }));
}

const file = fc.oneof(
  fc.constantFrom('', 'stage=test'),
  fc.tuple(secret, key).map(([name, of]) => ConfigFile.fromSecret(name, of)),
  key.map((of) => ConfigFile.fromConfigMap('site', of)),
);

const TOML: readonly TomlTable[] = [
  {},
  { server: { hostname: '$env{JVM_MEM_OPTS}' } },
  { datasource: [{ id: 'own' }], synapse_handlers: [{ name: 'own' }] },
  { mediation: { stat: { tracer: { collect_payloads: true } } } },
];
const ODD_TOML: readonly TomlTable[] = [{ server: { offset: 3 } }, { mq: { url: '$env{NOWHERE}' } }, { mediation: 1 }];

function configOf(release: MiRelease): fc.Arbitrary<MiConfig> {
  const { tracers, controlPlane, serviceCatalog } = MI_RELEASES[release];
  const tracings = {
    otlp: Tracing.otlp(at),
    zipkin: Tracing.zipkin(at),
    jaeger: Tracing.jaeger(at),
    log: Tracing.log(),
  };
  // A text is of any length, and the secret of ICP is not.
  const kept = EnvValue.fromSecret('icp', 'secret');
  const planes = {
    dashboard: fc.constant(ControlPlane.dashboard({ at })),
    icp: value.map((known) =>
      ControlPlane.icp({ at, environment: 'e', project: 'p', secret: known.text === undefined ? known : kept }),
    ),
  };
  const nothing = fc.constant(undefined);
  return fc.record({
    datasources: fc.array(datasource(fc.constantFrom('orders', 'stock', 'DB_2')), { maxLength: 2 }),
    metrics: optional(fc.constant(Metrics.prometheus())),
    tracing: mostly(
      tracers.length === 0 ? nothing : optional(fc.constantFrom(...tracers).map((tracer) => tracings[tracer])),
      fc.constantFrom(...Object.values(tracings)),
    ),
    controlPlane: mostly(
      controlPlane === undefined ? nothing : optional<ControlPlane>(planes[controlPlane]),
      fc.oneof(planes.dashboard, planes.icp),
    ),
    serviceCatalog: serviceCatalog ? optional(login.map((who) => ServiceCatalog.of({ at, ...who }))) : nothing,
    truststore: optional(brought('company.jks', (name, props) => Truststore.fromSecret(name, props))),
    vault: optional(brought('vault.p12', (name, props) => SecureVault.fromSecret(name, props))),
    files: mostly(
      fc.dictionary(fc.constantFrom('conf/a.properties', 'conf/b', 'lib/a.jar', 'README'), file, { maxKeys: 2 }),
      fc.dictionary(fc.constantFrom('conf/deployment.toml', 'password-tmp', '/a'), file, { maxKeys: 2 }),
    ),
    toml: mostly(fc.constantFrom(...TOML), fc.constantFrom(...ODD_TOML)),
  });
}

const amounts = { cpu: '10m', memory: '16Mi' };
const pod: fc.Arbitrary<PodProps> = fc.record({
  labels: mostly(
    fc.constantFrom<Record<string, string>[]>({}, { team: 'a' }),
    fc.constant({ 'app.kubernetes.io/name': 'x' }),
  ),
  annotations: fc.constantFrom<Record<string, string>[]>({}, { 'example.com/a': 'b' }),
  args: mostly(fc.subarray(['-Da=b', '-DenablePrometheusApi=true']), fc.constant<string[]>(['-DportOffset=1'])),
  ports: mostly(
    fc.constantFrom<Record<string, number>[]>({}, { hl7: 2575 }, { hl7: 2575, ws: 9091 }),
    fc.constantFrom<Record<string, number>[]>({ http: 8080 }, { a: 9201 }),
  ),
  supplementalGroups: fc.constantFrom<number[][]>([], [2000]),
  containers: mostly(
    fc.constantFrom<Container[][]>(
      [],
      [{ name: 'proxy', image: 'registry.example.com/tools/app:1', resources: { requests: amounts, limits: amounts } }],
    ),
    fc.constantFrom<Container[][]>(
      [{ name: 'audit-log', image: 'registry.example.com/tools/app:1' }],
      [{ name: 'micro-integrator', image: 'registry.example.com/tools/app:1' }],
    ),
  ),
  initContainers: fc.constantFrom<Container[][]>([], [{ name: 'fetch', image: 'registry.example.com/tools/app:1' }]),
});

const tasks = datasource(fc.constant('WSO2_COORDINATION_DB'));
const imageWith = (release: MiRelease) => imageOf(release, { drivers });

function propsOf(release: MiRelease): fc.Arbitrary<MiTenantProps<'app'>> {
  const alone = fc.oneof(
    fc.integer({ min: 1, max: 3 }).map((pods) => Scaling.fixed(pods)),
    fc.constant(Scaling.auto({ min: 1, max: 3 })),
  );
  const together = fc.oneof(
    fc.constant(Scaling.singleton()),
    tasks.map((by) => Scaling.coordinated(2, by)),
  );
  const canary = fc
    .tuple(fc.constantFrom(...RELEASES), fc.nat(100))
    .map(([of, percent]) => Canary.percent(percent, { image: imageWith(of) }));
  const scaled = mostly(
    fc.oneof(
      fc.record({ scaling: alone, canary: optional(canary) }),
      fc.record({ scaling: together, canary: fc.constant(undefined) }),
    ),
    fc.record({ scaling: together, canary }),
  );
  const others = fc.record({
    env: mostly(
      fc.dictionary(fc.constantFrom('STOCK_URL', 'STAGE', 'A'), fc.oneof(value, fc.constant('x')), { maxKeys: 3 }),
      fc.dictionary(fc.constantFrom('POD_NAME', 'nodeId', 'TRUSTSTORE_PASSWORD', '1A', 'JAVA_HOME'), value),
    ),
    envFrom: fc.array(
      fc.oneof(
        secret.map((name) => EnvSource.secret(name)),
        fc.constant(EnvSource.configMap('site')),
      ),
      { maxLength: 1 },
    ),
    tls: optional(brought('orders.jks', (name, props) => Keystore.fromSecret(name, props))),
    config: configOf(release),
    logging: mostly(
      fc.constantFrom<MiLogFile[][]>([], ['audit.log'], ['audit.log', 'tm.out']),
      fc.constantFrom<MiLogFile[][]>(['http_access.log'], ['wso2carbon.log']),
    ).map((files) =>
      files.length === 0 ? [] : [LoggingSidecar.toStdout({ image: 'registry.example.com/busybox:1.36.1', files })],
    ),
    lifecycle: fc.record({
      secretsVersion: fc.constantFrom(undefined, '1'),
      onSecretChange: fc.constantFrom('keep' as const, 'roll' as const),
    }),
    pod,
  });
  return fc
    .tuple(scaled, others)
    .map(([{ scaling, canary: tried }, rest]) => ({ image: imageWith(release), scaling, canary: tried, ...rest }));
}

const anyProps = fc.constantFrom(...RELEASES).chain(propsOf);

/** The file and the objects of a unit with one tenant. */
function rendered(props: MiTenantProps<'app'>): { readonly text: string; readonly objects: readonly Manifest[] } {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  new MiTenant(unit, 'orders', props);
  const text = [...fleet.render().values()].join();
  return { text, objects: manifestsOf(unit) };
}

const seed = Number(process.env.SEED ?? Date.now()) | 0;

/** Any tenants, rendered once for all laws: what is said of each, and what it is where nothing is. */
const tenants = fc.sample(anyProps, { numRuns: RUNS, seed }).map((props) => {
  let whole: ReturnType<typeof rendered> = { text: '', objects: [] };
  const said = errorOf(() => {
    whole = rendered(props);
  });
  return { props, said, ...whole };
});
const taken = tenants.filter(({ said }) => said === '');

/** A law over every tenant that is taken. One that breaks it is shown with its props; `SEED=…` brings it back. */
function holds(law: (objects: readonly Manifest[]) => void): void {
  for (const { props, objects } of taken) {
    try {
      law(objects);
    } catch (error) {
      throw new Error(`SEED=${seed}: ${fc.stringify(props)}`, { cause: error });
    }
  }
}

test('a third of any tenants is taken, at the least', () => {
  expect(taken.length).toBeGreaterThan(RUNS / 3);
});

function podsOf(objects: readonly Manifest[]): Pod[] {
  return objects.flatMap(({ spec }) => spec?.template?.spec ?? []);
}

interface Projection {
  readonly items: ReadonlyArray<{ readonly path: string }>;
}

/** Paths below the product's home of all that a pod's configuration volume holds. */
function pathsOf({ volumes = [] }: Pod): string[] {
  return volumes
    .filter(({ name }) => name === 'config')
    .flatMap(({ projected }): Record<string, Projection>[] => Object(projected).sources)
    .flatMap((source) => Object.values(source).flatMap(({ items }) => items.map(({ path }) => path)));
}

function again(list: readonly unknown[]): unknown[] {
  return list.filter((one, index) => list.indexOf(one) < index);
}

test('any tenant is rendered, or refused by sentences of the house grammar only', () => {
  const refused = tenants.filter(({ said }) => said !== '');
  expect(refused.flatMap(({ said }) => ungrammatical(said).map((one) => `SEED=${seed}: ${one}`))).toEqual([]);
});

test('the same tenant gives the same bytes', () => {
  for (const { props, said, text } of tenants.slice(0, RUNS / 3)) {
    expect(errorOf(() => rendered(props)) || rendered(props).text).toBe(said || text);
  }
});

test('every variable that a deployment.toml names is one of the container that reads it', () => {
  holds((objects) => {
    for (const { spec, metadata } of objects.filter(({ spec }) => spec?.template !== undefined)) {
      const [server] = spec?.template?.spec.containers ?? [];
      const config = objects.find(
        ({ kind, metadata: { name } }) =>
          kind === 'ConfigMap' && name.replace(/-config-[0-9a-f]{10}$/, '') === metadata.name,
      );
      const text = config?.data?.['deployment.toml'] ?? '';
      expect(Object.keys(parse(text))).toContain('server');
      if (server?.envFrom !== undefined) continue;
      const set = server?.env?.map(({ name }) => name) ?? [];
      const read = [...text.matchAll(/\$env\{([^}]*)\}/g)].map(([, name]) => name);
      expect(read.filter((name) => !set.includes(name))).toEqual([]);
    }
  });
});

test('no variable and no port of a container is said twice', () => {
  holds((objects) => {
    for (const { containers } of podsOf(objects)) {
      for (const { env = [], ports } of containers) {
        expect(again(env.map(({ name }) => name))).toEqual([]);
        expect(again((Array.isArray(ports) ? ports : []).map(({ containerPort }) => containerPort))).toEqual([]);
      }
    }
  });
});

test('the volumes of a pod and the mounts of its containers are the same', () => {
  holds((objects) => {
    for (const { volumes = [], containers, initContainers = [] } of podsOf(objects)) {
      const names = volumes.map(({ name }) => name);
      const mounted = [...containers, ...initContainers].map(({ volumeMounts = [] }) => volumeMounts);
      expect(again(names)).toEqual([]);
      expect([...new Set(mounted.flat().map(({ name }) => name))].sort()).toEqual([...names].sort());
      for (const one of mounted) expect(again(one.map(({ mountPath }) => mountPath))).toEqual([]);
    }
  });
});

test('no object selects the pods of two workloads', () => {
  holds((objects) => {
    const labels = objects.flatMap(({ spec }) =>
      spec?.template === undefined ? [] : [Object(Object(spec.template).metadata).labels],
    );
    const selectors = objects.flatMap(({ kind, spec }) =>
      kind === 'Service' ? [Object(spec?.selector)] : [Object(spec?.selector).matchLabels ?? []].flat(),
    );
    for (const selector of selectors) {
      const taken = labels.filter((own) => Object.entries(selector).every(([name, of]) => own[name] === of));
      expect(taken).toHaveLength(1);
    }
  });
});

test('every path of a configuration volume is there once', () => {
  holds((objects) => {
    for (const one of podsOf(objects)) expect(again(pathsOf(one))).toEqual([]);
  });
});
