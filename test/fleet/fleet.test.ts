import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ApiObject, App, Chart, type IResolver, type ResolutionContext, Testing } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { parseAllDocuments } from 'yaml';
import {
  BusinessUnit,
  Fleet,
  FleetOutput,
  type FleetProps,
  LogStore,
  MiBaseImage,
  MiTenant,
  Monitoring,
  Network,
  type Output,
  Scaling,
  UnitNamespace,
} from '../../lib';
import { attach } from '../../lib/core/attachment';
import { STATE } from '../../lib/fleet/folder/held-files';
import { owned } from '../../lib/fleet/rendered-file';
import { withServerDefaults } from '../../lib/rendered/server-defaults';
import { errorOf, namesIn, refusalOf } from '../manifests';

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0' });
const contact = 'somebody@example.com';
let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'fleet-'));
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(outdir, { recursive: true, force: true });
});

function unitWithTenant(fleet: Construct, id: string, version = '1.0.0'): BusinessUnit {
  const unit = new BusinessUnit(fleet, id, { contact });
  new MiTenant(unit, 'orders', { image: base.withApp('orders', version), scaling: Scaling.fixed(2) });
  return unit;
}

function configMap(scope: Construct, id: string, data: Record<string, string> = {}): ApiObject {
  return new k8s.KubeConfigMap(scope, id, { metadata: { name: id }, data });
}

function idSentence(id: string, got: string): string {
  const rule =
    'must be lower-case letters, digits and "-", begin with a letter, not end with "-", and have at most 63 characters';
  return `id of tenant "${id}" ${rule}, got "${got}"`;
}

describe('what is written', () => {
  test('every unit has a file of its own, marked in its first line', () => {
    const fleet = new Fleet({ outdir });
    unitWithTenant(fleet, 'clinic');
    unitWithTenant(fleet, 'retail');
    fleet.synth();
    expect(namesIn(outdir)).toEqual(['clinic.k8s.yaml', 'retail.k8s.yaml']);
    expect(readFileSync(join(outdir, 'clinic.k8s.yaml'), 'utf8').split('\n').slice(0, 8)).toEqual([
      '# Rendered by cdk8s-wso2-mi for fleet "mi". Change its source and run synth, not this file.',
      '# Business unit clinic in namespace clinic. Contact: somebody@example.com',
      '# Each workload says in its annotation kubernetes.io/description what it is and how to stop and start it.',
      '# Stop all of it: kubectl -n clinic scale deployment,statefulset -l cdk8s-wso2-mi/unit=clinic --replicas=0',
      '# An apply starts again what was stopped, but for tenants with an autoscaler.',
      '# The network is shut but for what is declared; what gets through: kubectl -n clinic describe networkpolicy -l cdk8s-wso2-mi/unit=clinic',
      '# Open it until the next apply: kubectl -n clinic delete networkpolicy -l cdk8s-wso2-mi/unit=clinic',
      'apiVersion: v1',
    ]);
  });

  test('synth says what should be looked at, once for all that say it', () => {
    const fleet = new Fleet({ outdir });
    const unit = new BusinessUnit(fleet, 'clinic', { contact });
    const env = { BANK: 'https://bank.example.com' };
    const image = base.withApp('orders', '1.0.0');
    new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(1), env });
    fleet.synth();
    expect(process.stderr.write).toHaveBeenLastCalledWith(
      'to be looked at: clinic/orders: env.BANK names bank.example.com:443, and no call there is declared, so it does not ' +
        'get out; add an Endpoint to calls.\n',
    );
  });

  test('synth says that no message opens a runbook that is no address', () => {
    const remark = expect.stringMatching(
      /^to be looked at: monitoring: alerts say docs\/runbooks\.md as their runbook, which no message opens; runbooks is the address of that page\.\n$/,
    );
    const synth = (monitoring: Monitoring) => {
      const fleet = new Fleet({ outdir, monitoring });
      unitWithTenant(fleet, 'clinic');
      fleet.synth();
    };
    synth(Monitoring.annotations({ runbooks: 'https://wiki.example.com/mi' }));
    expect(process.stderr.write).not.toHaveBeenCalledWith(remark);
    synth(Monitoring.annotations());
    expect(process.stderr.write).toHaveBeenLastCalledWith(remark);
  });

  test('synth says what it did', () => {
    const fleet = new Fleet({ outdir });
    unitWithTenant(fleet, 'clinic');
    fleet.synth();
    expect(process.stderr.write).toHaveBeenCalledWith(
      expect.stringMatching(/: 1 written, 0 unchanged, 0 removed\n {2}wrote .*\/clinic\.k8s\.yaml\n$/),
    );
  });

  test('changing one unit changes one file', () => {
    const render = (version: string) => {
      const fleet = new Fleet({ outdir });
      unitWithTenant(fleet, 'clinic', version);
      unitWithTenant(fleet, 'retail');
      return fleet.render();
    };
    const [before, after] = [render('1.0.0'), render('1.0.1')];
    expect([...before.keys()].filter((name) => before.get(name) !== after.get(name))).toEqual(['clinic.k8s.yaml']);
  });

  test('the file of a removed unit disappears, files of others stay', () => {
    const both = new Fleet({ outdir });
    unitWithTenant(both, 'clinic');
    unitWithTenant(both, 'retail');
    both.synth();
    writeFileSync(join(outdir, 'by-hand.yaml'), 'kind: ConfigMap\n');
    const other = new Fleet({ outdir, name: 'other' });
    unitWithTenant(other, 'logistics');
    other.synth();

    const one = new Fleet({ outdir });
    unitWithTenant(one, 'retail');
    one.synth();
    expect(namesIn(outdir)).toEqual(['by-hand.yaml', 'logistics.k8s.yaml', 'retail.k8s.yaml']);
  });

  test.each(['dashboards', 'rules', 'logs'] as const)('what is in %s comes and goes with its declaration', (folder) => {
    const synth = (attached: boolean) => {
      const fleet = new Fleet({ outdir });
      unitWithTenant(fleet, 'retail');
      if (attached) attach(fleet, { name: `${folder}/more.json`, text: (mark) => JSON.stringify({ mark }) });
      fleet.synth();
    };
    synth(true);
    expect(namesIn(outdir)).toEqual([`${folder}/more.json`, 'retail.k8s.yaml'].sort());
    rmSync(join(outdir, STATE), { recursive: true });
    synth(false);
    expect(namesIn(outdir)).toEqual(['retail.k8s.yaml']);
  });

  test('a file that somebody else wrote is refused, not replaced', () => {
    writeFileSync(join(outdir, 'clinic.k8s.yaml'), 'precious: true\n');
    const fleet = new Fleet({ outdir });
    unitWithTenant(fleet, 'clinic');
    expect(() => fleet.synth()).toThrow(
      `file of output folder "${outdir}" must be this fleet’s own to be replaced, got "clinic.k8s.yaml"`,
    );
    expect(readFileSync(join(outdir, 'clinic.k8s.yaml'), 'utf8')).toBe('precious: true\n');
  });

  test('an empty fleet makes its folder, and is refused where it would remove all', () => {
    new Fleet({ outdir }).synth();
    expect(namesIn(outdir)).toEqual([]);
    const fleet = new Fleet({ outdir });
    unitWithTenant(fleet, 'clinic');
    fleet.synth();
    expect(errorOf(() => new Fleet({ outdir }).synth())).toMatch(
      /- name of fleet "mi" must be of one fleet alone in folder .*, got "clinic.k8s.yaml" of a fleet of this name/,
    );
    expect(namesIn(outdir)).toEqual(['clinic.k8s.yaml']);
  });

  test('what is declared after synth is refused, since it would be in no file', () => {
    const fleet = new Fleet({ outdir });
    const clinic = unitWithTenant(fleet, 'clinic');
    fleet.synth();
    const late = (kind: string, id: string) =>
      `id of ${kind} "${id}" must be declared before synth, got it after; move synth() to the end of the program`;
    expect(errorOf(() => unitWithTenant(fleet, 'retail'))).toBe(late('business unit', 'retail'));
    const props = { image: base.withApp('late', '1.0.0'), scaling: Scaling.fixed(1) };
    expect(errorOf(() => new MiTenant(clinic, 'late', props))).toBe(late('tenant', 'late'));
    expect(errorOf(() => configMap(clinic, 'map'))).toMatch(/^Cannot add children to "clinic"/);
    expect(errorOf(() => new Chart(fleet, 'plain'))).not.toBe('');
    fleet.synth();
    expect(namesIn(outdir)).toEqual(['clinic.k8s.yaml']);
  });

  test('a refused fleet writes nothing, leaves the old files, and says all that is wrong at once', () => {
    const good = new Fleet({ outdir });
    unitWithTenant(good, 'clinic');
    good.synth();
    const old = readFileSync(join(outdir, 'clinic.k8s.yaml'), 'utf8');

    const bad = new Fleet({ outdir });
    const unit = unitWithTenant(bad, 'clinic', '9.9.9');
    new MiTenant(unit, 'a', { image: base.withApp('a', '1'), scaling: Scaling.fixed(1), env: { DB_PASSWORD: 'x' } });
    new MiTenant(unit, 'b', { image: base.withApp('b', '1'), scaling: Scaling.fixed(1), env: { 'a-b': 'x' } });
    new BusinessUnit(bad, 'guest', { contact, namespace: UnitNamespace.existing('clinic') });
    expect(() => bad.synth()).toThrow(
      new Error(
        [
          'nothing was written, since 3 things are refused:',
          '- env.DB_PASSWORD of tenant "clinic/a" must take a secret from a Secret, got a name that means a secret; write EnvValue.fromSecret(name, key), or EnvValue.notSecret(text) if everyone may read it',
          '- env.a-b of tenant "clinic/b" must be named by letters, digits and "_", not beginning with a digit, got "a-b"',
          '- namespace of business unit "guest" must not be the own namespace of another unit, got "clinic", which is of unit "clinic"; units that share one both take UnitNamespace.existing(…), made by somebody else',
        ].join('\n'),
      ),
    );
    expect(readFileSync(join(outdir, 'clinic.k8s.yaml'), 'utf8')).toBe(old);
    expect(namesIn(outdir)).toEqual(['clinic.k8s.yaml']);
  });

  test('one mistake is one sentence: what stands under a refused construct is not judged again', () => {
    const fleet = new Fleet({ outdir });
    const unit = new BusinessUnit(fleet, 'clinic', { contact });
    new MiTenant(unit, 'Orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
    expect(errorOf(() => fleet.render())).toBe(refusalOf(idSentence('clinic/Orders', 'Orders')));
  });

  test('what stands beside a refused construct is judged, under the same unit and under another', () => {
    const fleet = new Fleet({ outdir });
    const unit = new BusinessUnit(fleet, 'clinic', { contact });
    new MiTenant(unit, 'Orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
    const name = 'orders-2';
    new MiTenant(unit, name, {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      env: { 'a-b': 'x' },
    });
    configMap(unit, 'Notes');
    // Begins like the path of the refused tenant, and does not stand under it.
    configMap(unit, 'OrdersNotes');
    configMap(new BusinessUnit(fleet, 'retail', { contact }), 'Prices');
    configMap(new Chart(fleet, 'plain'), 'Plain');
    const sentence = (id: string, got: string) => `name of ConfigMap "${id}" must be a DNS subdomain, got "${got}"`;
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        idSentence('clinic/Orders', 'Orders'),
        'env.a-b of tenant "clinic/orders-2" must be named by letters, digits and "_", ' +
          'not beginning with a digit, got "a-b"',
        sentence('clinic/Notes', 'Notes'),
        sentence('clinic/OrdersNotes', 'OrdersNotes'),
        sentence('retail/Prices', 'Prices'),
        sentence('Plain', 'Plain'),
      ),
    );
  });

  test('fails when two units have one id', () => {
    const fleet = new Fleet({ outdir });
    unitWithTenant(fleet, 'clinic');
    expect(() => new BusinessUnit(fleet, 'clinic', { contact })).toThrow(
      'id of business unit "clinic" must be used once in its scope, got it again after "clinic"; give one of the two another id',
    );
  });

  test('fails when two charts would have one file', () => {
    const fleet = new Fleet({ outdir });
    configMap(new Chart(fleet, 'a b'), 'one');
    const [hashed = ''] = fleet.render().keys();
    configMap(new Chart(fleet, hashed.replace('.k8s.yaml', '')), 'two');
    expect(() => fleet.render()).toThrow(
      `id of chart "${hashed.replace('.k8s.yaml', '')}" must give a file name of its own, got "${hashed}", which "a b" has too`,
    );
  });

  test.each(['Clinic', 'a b', '', 'a_b'])('fails when the name of the fleet is %p', (name) => {
    expect(() => new Fleet({ name })).toThrow(
      `name of fleet "${name}" must be lower-case letters, digits and "-", got "${name}"`,
    );
  });
});

describe('props', () => {
  test('every prop of a fleet reaches what is written', () => {
    const upper: IResolver = {
      resolve(context: ResolutionContext) {
        if (context.value === 'lower') {
          context.replaceValue('UPPER');
        }
      },
    };
    const inverse: Output = { files: (render) => [...FleetOutput.yaml().files(render)].reverse() };
    const beside = join(outdir, '..', `${basename(outdir)}-beside`);
    const props: Required<FleetProps> = {
      name: 'shop',
      kubernetes: '1.34',
      podUser: 'namespace',
      suffix: '-staging',
      kubeContext: 'staging',
      outdir,
      output: inverse,
      monitoring: Monitoring.serviceMonitors({ dashboardsIn: 'monitoring' }),
      network: Network.audit(),
      logStore: LogStore.openSearch(),
      beside: { [beside]: FleetOutput.yaml() },
      resolvers: [upper],
    };
    const fleet = new Fleet(props);
    const chart = new Chart(fleet, 'plain');
    configMap(chart, 'one', { text: 'lower' });
    expect(new BusinessUnit(fleet, 'clinic', { contact }).name).toBe('clinic-staging');
    fleet.synth();
    const text = readFileSync(join(outdir, 'plain.k8s.yaml'), 'utf8');
    expect(text).toContain('for fleet "shop"');
    expect(text).toContain('\n# Context of kubectl: staging\n');
    expect(text).toContain('text: UPPER');
    expect(readFileSync(join(outdir, 'clinic.k8s.yaml'), 'utf8')).toContain('# The network is open to all (audit).');
    expect(Fleet.kubernetesOf(chart)).toBe('1.34');
    expect([...fleet.render().keys()]).toEqual([
      'logs/opensearch-view.json',
      'logs/opensearch-policy.json',
      'logs/opensearch-index-template.json',
      'dashboards/mi-tenant.json',
      'dashboards/mi-fleet.json',
      'clinic.k8s.yaml',
      'plain.k8s.yaml',
      'dashboards.k8s.yaml',
    ]);
    expect(namesIn(beside)).toContain('clinic.k8s.yaml');
    rmSync(beside, { recursive: true });
  });

  test('without props a fleet is called mi, is for Kubernetes 1.29, has no suffix and writes to dist', () => {
    const fleet = new Fleet();
    configMap(new Chart(fleet, 'plain'), 'one');
    expect(fleet.outdir).toBe(process.env.CDK8S_OUTDIR ?? 'dist');
    expect(fleet.kubernetes).toBe('1.29');
    expect(fleet.suffix).toBe('');
    expect(fleet.render().get('plain.k8s.yaml')).toMatch(/^# Rendered by cdk8s-wso2-mi for fleet "mi"\./);
  });

  test.each(['', 'two words', 'line\nbreak'])('a context %j is no name', (kubeContext) => {
    expect(() => new Fleet({ kubeContext })).toThrow(
      'kubeContext of fleet "mi" must be a name in printable ASCII, without blanks, got ',
    );
  });

  test('a user that nobody gives is refused', () => {
    expect(() => new Fleet({ podUser: 'root' as never })).toThrow(
      new Error('podUser of fleet "mi" must be \'release\' or \'namespace\', got "root"'),
    );
  });

  test('outside of a fleet Kubernetes 1.29 is assumed', () => {
    expect(Fleet.kubernetesOf(new Chart(new App(), 'plain'))).toBe('1.29');
  });
});

describe('what cdk8s promises still holds', () => {
  /** The same plain charts in a stock App and in a Fleet. */
  function files(build: (app: App) => void, app: App): Record<string, unknown[]> {
    build(app);
    app.synth();
    return Object.fromEntries(
      namesIn(outdir).map((name) => [
        name,
        parseAllDocuments(readFileSync(join(outdir, name), 'utf8'), { version: '1.1' }).map((document) =>
          document.toJS(),
        ),
      ]),
    );
  }

  const builds: Record<string, (app: App) => void> = {
    'plain charts': (app) => {
      for (const id of ['one', 'Two', 'three.x']) {
        const chart = new Chart(app, id, { namespace: 'plain', labels: { a: 'b' } });
        new k8s.KubeConfigMap(chart, 'map', { data: { z: 'yes', a: '0755', m: 'x\ny\n' } });
        new ApiObject(chart, 'raw', { apiVersion: 'example.com/v1', kind: 'Thing', spec: { b: [1, {}], a: null } });
      }
    },
    'objects that depend on one another': (app) => {
      const chart = new Chart(app, 'one');
      const [a, b, c] = [configMap(chart, 'a'), configMap(chart, 'b'), configMap(chart, 'c')];
      a.addDependency(c);
      c.addDependency(b);
    },
    'charts that depend on one another': (app) => {
      const [first, second] = [new Chart(app, 'first'), new Chart(app, 'second')];
      configMap(first, 'a');
      configMap(second, 'b');
      first.addDependency(second);
    },
    'a chart in a chart': (app) => {
      const outer = new Chart(app, 'outer');
      configMap(outer, 'a');
      configMap(new Chart(outer, 'inner'), 'b');
    },
  };

  test.each(Object.keys(builds))('%s render the files that stock cdk8s renders', (name) => {
    const build = builds[name] ?? (() => undefined);
    const stock = files(build, new App({ outdir }));
    rmSync(outdir, { recursive: true });
    expect(files(build, new Fleet({ outdir }))).toEqual(stock);
  });

  test('App.of, Testing.synth and a lazy chart see the fleet', () => {
    const fleet = new Fleet({ outdir });
    const unit = unitWithTenant(fleet, 'clinic');
    expect(App.of(unit)).toBe(fleet);
    const written = parseAllDocuments(fleet.render().get('clinic.k8s.yaml') ?? '').map((document) => document.toJS());
    // A file has besides what the API server would fill in, and who answers for it.
    expect(Testing.synth(unit).map((object) => withServerDefaults(owned(object, unit)))).toEqual(written);
  });

  test('validations of plain constructs are asked once each and reported with their path', () => {
    const fleet = new Fleet({ outdir });
    const chart = new Chart(fleet, 'plain');
    const validate = jest.fn(() => ['no good']);
    new Construct(chart, 'part').node.addValidation({ validate });
    expect(() => fleet.synth()).toThrow('nothing was written, since 1 thing is refused:\n- [plain/part] no good');
    expect(validate).toHaveBeenCalledTimes(1);
  });
});

describe('rendering is a function of the sources', () => {
  const ENV = ['CDK8S_DISABLE_SORT', 'CDK8S_LEGACY_HASH', 'CDK8S_RECORD_CONSTRUCT_METADATA'];

  afterEach(() => {
    for (const name of ENV) {
      delete process.env[name];
    }
  });

  test.each(ENV)('%s does not change a byte', (name) => {
    const render = () => {
      const fleet = new Fleet({ outdir });
      unitWithTenant(fleet, 'clinic');
      const chart = new Chart(fleet, 'plain');
      new k8s.KubeConfigMap(chart, 'map', { data: { z: '1', a: '2' } });
      fleet.synth();
      return Object.fromEntries(namesIn(outdir).map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
    };
    const before = render();
    process.env[name] = 'true';
    expect(render()).toEqual(before);
  });
});

test('a stream is the files one after the other, each made when it is asked for', () => {
  const made: string[] = [];
  const output: Output = {
    *files({ mark, charts }) {
      for (const { name } of charts) {
        made.push(name);
        yield { name, text: `# ${mark}\nname: ${name}\n` };
      }
    },
  };
  const fleet = new Fleet({ outdir, output });
  for (const id of ['one', 'two']) {
    new MiTenant(new BusinessUnit(fleet, id, { contact }), 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
    });
  }
  const stream = fleet.stream();
  const first = stream.next().value;
  expect(made).toEqual(['one.k8s.yaml']);
  const [one, two] = fleet.render().values();
  expect([first, stream.next().value, stream.next().done]).toEqual([one, `---\n${two}`, true]);
  expect(fleet.synthYaml()).toBe(`${one}---\n${two}`);
});
