import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { type IResolver, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { BusinessUnit, type EnvironmentsProps, Fleet, type KubernetesVersion, MiTenant, Scaling } from '../../lib';
import { STATE } from '../../lib/fleet/folder/held-files';
import { base, errorOf, refusalOf } from '../manifests';

const contact = 'somebody@example.com';
let outdir: string;
let written: jest.SpyInstance<boolean, Parameters<typeof process.stderr.write>>;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'environments-'));
  written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(outdir, { recursive: true, force: true });
});

interface Site {
  readonly replicas: number;
  readonly units?: readonly string[];
  readonly tenant?: string;
  readonly env?: Readonly<Record<string, string>>;
}
const SITES: Readonly<Record<'staging' | 'production', Site>> = {
  staging: { replicas: 1 },
  production: { replicas: 3 },
};

function compose(fleet: Fleet, { replicas, units = ['clinic', 'retail'], tenant = 'orders', env }: Site): void {
  for (const id of units) {
    const unit = new BusinessUnit(fleet, id, { contact });
    new MiTenant(unit, tenant, { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(replicas), env });
  }
}

/** Every file below the folder, and every empty folder. */
function tree(path = outdir): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || readdirSync(join(entry.parentPath, entry.name)).length === 0)
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .filter((name) => !name.startsWith(STATE))
    .sort();
}

function said(): string {
  return written.mock.calls.map(([text]) => String(text)).join('');
}

const ALL = [
  'production/clinic.k8s.yaml',
  'production/retail.k8s.yaml',
  'staging/clinic.k8s.yaml',
  'staging/retail.k8s.yaml',
];

describe('what is written', () => {
  test('every environment has a folder, with a file a unit', () => {
    Fleet.forEach(SITES, compose, { outdir }).synth();
    expect(tree()).toEqual(ALL);
    expect(readFileSync(join(outdir, 'staging/clinic.k8s.yaml'), 'utf8')).toContain('replicas: 1\n');
    expect(readFileSync(join(outdir, 'production/clinic.k8s.yaml'), 'utf8')).toContain('replicas: 3\n');
  });

  test('the first line of a file names its environment', () => {
    const text = Fleet.forEach(SITES, compose, { outdir }).render().get('staging/clinic.k8s.yaml');
    expect(text?.split('\n').slice(0, 2)).toEqual([
      '# Rendered by cdk8s-wso2-mi for fleet "mi", environment "staging". Change its source and run synth, not this file.',
      '# Business unit clinic in namespace clinic. Contact: somebody@example.com',
    ]);
  });

  test('render says what synth would write, and writes nothing', () => {
    const environments = Fleet.forEach(SITES, compose, { outdir });
    const rendered = environments.render();
    expect(tree()).toEqual([]);
    environments.synth();
    expect(Object.fromEntries(rendered)).toEqual(
      Object.fromEntries(tree().map((name) => [name, readFileSync(join(outdir, name), 'utf8')])),
    );
    expect([...rendered.keys()].sort()).toEqual(ALL);
  });

  test('a fleet of one environment renders what it renders in the environments, but for the first line', () => {
    const fleet = new Fleet({ outdir });
    compose(fleet, SITES.staging);
    const member = Fleet.forEach(SITES, compose, { outdir }).fleet('staging').render();
    const body = (text = '') => text.slice(text.indexOf('\n'));
    expect([...member].map(([name, text]) => [name, body(text)])).toEqual(
      [...fleet.render()].map(([name, text]) => [name, body(text)]),
    );
  });

  test('synth says what it did in each', () => {
    Fleet.forEach({ staging: SITES.staging }, compose, { outdir }).synth();
    expect(said()).toMatch(
      /^.*\/staging: 2 written, 0 unchanged, 0 removed\n {2}wrote .*staging\/clinic\.k8s\.yaml\n {2}wrote .*retail\.k8s\.yaml\n$/,
    );
  });

  test('a second time nothing is written', () => {
    Fleet.forEach(SITES, compose, { outdir }).synth();
    written.mockClear();
    Fleet.forEach(SITES, compose, { outdir }).synth();
    expect(said()).toMatch(
      /^.*staging: 0 written, 2 unchanged, 0 removed\n.*production: 0 written, 2 unchanged, 0 removed\n$/,
    );
  });

  test('what an environment does not have is not in its folder', () => {
    Fleet.forEach(SITES, compose, { outdir }).synth();
    Fleet.forEach({ ...SITES, staging: { replicas: 1, units: ['retail'] } }, compose, { outdir }).synth();
    expect(tree()).toEqual(ALL.filter((name) => name !== 'staging/clinic.k8s.yaml'));
  });

  test('an environment that is gone takes its files and its folder along', () => {
    Fleet.forEach(SITES, compose, { outdir }).synth();
    Fleet.forEach({ production: SITES.production }, compose, { outdir }).synth();
    expect(tree()).toEqual(['production/clinic.k8s.yaml', 'production/retail.k8s.yaml']);
    expect(existsSync(join(outdir, 'staging'))).toBe(false);
    expect(said()).toMatch(/staging: 0 written, 0 unchanged, 2 removed\n {2}removed .*staging\/clinic\.k8s\.yaml/);
  });

  test('an environment that is renamed moves', () => {
    Fleet.forEach(SITES, compose, { outdir }).synth();
    Fleet.forEach({ stage: SITES.staging, production: SITES.production }, compose, { outdir }).synth();
    expect(tree()).toEqual(ALL.map((name) => name.replace('staging', 'stage')));
  });

  test('a fleet that gets environments takes its old files along', () => {
    const before = new Fleet({ outdir });
    compose(before, SITES.production);
    before.synth();
    Fleet.forEach(SITES, compose, { outdir }).synth();
    expect(tree()).toEqual(ALL);
    expect(said()).toMatch(/: 0 written, 0 unchanged, 2 removed\n {2}removed .*\/clinic\.k8s\.yaml\n/);
  });

  test('what others have put there stays: beside, in a folder of an environment that is gone, and in a copy', () => {
    Fleet.forEach(SITES, compose, { outdir }).synth();
    cpSync(join(outdir, 'staging'), join(outdir, 'staging-as-it-was'), { recursive: true });
    mkdirSync(join(outdir, 'empty'));
    writeFileSync(join(outdir, 'by-hand.yaml'), 'kind: ConfigMap\n');
    writeFileSync(join(outdir, 'staging', 'by-hand.yaml'), 'kind: ConfigMap\n');
    const other = Fleet.forEach(
      { staging: SITES.staging },
      (fleet, site) => compose(fleet, { ...site, units: ['hr'] }),
      {
        name: 'other',
        outdir,
      },
    );
    other.synth();
    Fleet.forEach({ production: SITES.production }, compose, { outdir }).synth();
    expect(tree()).toEqual([
      'by-hand.yaml',
      'empty',
      'production/clinic.k8s.yaml',
      'production/retail.k8s.yaml',
      'staging-as-it-was/clinic.k8s.yaml',
      'staging-as-it-was/retail.k8s.yaml',
      'staging/by-hand.yaml',
      'staging/hr.k8s.yaml',
    ]);
  });
});

describe('all or none', () => {
  const tenantSentence = (id: string) =>
    `env.DB_PASSWORD of tenant "${id}" must take a secret from a Secret, got a name that means a secret; ` +
    'write EnvValue.fromSecret(name, key), or EnvValue.notSecret(text) if everyone may read it';

  test('a mistake in one environment is named with it, and nothing is written for any', () => {
    Fleet.forEach(SITES, compose, { outdir }).synth();
    const before = tree().map((name) => readFileSync(join(outdir, name), 'utf8'));
    const sites = {
      staging: { ...SITES.staging, units: ['clinic'], env: { DB_PASSWORD: 'x' } },
      production: { replicas: 5 },
    };
    expect(errorOf(() => Fleet.forEach(sites, compose, { outdir }).synth())).toBe(
      refusalOf(`staging: ${tenantSentence('clinic/orders')}`),
    );
    expect(tree()).toEqual(ALL);
    expect(tree().map((name) => readFileSync(join(outdir, name), 'utf8'))).toEqual(before);
  });

  test('the mistakes of all environments are named at once, one that several have in one line', () => {
    const sites = {
      development: { replicas: 1, units: ['clinic'], tenant: 'Orders' },
      staging: { replicas: 1, units: ['clinic'], env: { DB_PASSWORD: 'x' } },
      production: { replicas: 3, units: ['clinic'], env: { DB_PASSWORD: 'y', 'a-b': 'z' } },
      broken: { replicas: 0.5 },
    };
    expect(errorOf(() => Fleet.forEach(sites, compose, { outdir }).render())).toBe(
      refusalOf(
        'development: id of tenant "clinic/Orders" must be lower-case letters, digits and "-", begin with a letter, ' +
          'not end with "-", and have at most 63 characters, got "Orders"',
        `staging, production: ${tenantSentence('clinic/orders')}`,
        'production: env.a-b of tenant "clinic/orders" must be named by letters, digits and "_", ' +
          'not beginning with a digit, got "a-b"',
        'broken: replicas of scaling "fixed(0.5)" must be a whole number from 1 to 100000, got 0.5',
      ),
    );
  });

  test('an error of the program keeps the line that it comes from', () => {
    const sites = { staging: 1, production: 2 };
    const action = () =>
      Fleet.forEach(sites, (_fleet, site) => {
        if (site === 2) {
          throw new TypeError('no such row');
        }
      }).synth();
    const thrown = (() => {
      try {
        return action();
      } catch (error) {
        return error;
      }
    })();
    expect(errorOf(action)).toBe(refusalOf('production: no such row'));
    expect(inspect(thrown)).toMatch(/TypeError: no such row\n.*environments\.test\.ts:\d+/);
  });

  test('what shows only while it is rendered is named with its environment too', () => {
    const lazy = (fleet: Fleet) => {
      const produce = () => {
        throw new Error('not now');
      };
      new k8s.KubeConfigMap(new BusinessUnit(fleet, 'clinic', { contact }), 'map', { data: Lazy.any({ produce }) });
    };
    const error = errorOf(() => Fleet.forEach(SITES, lazy, { outdir }).render());
    expect(error).toMatch(/^nothing was written, since 1 thing is refused:\n- staging, production: .*not now/s);
  });

  test('a file of somebody else in one folder stops all of them', () => {
    mkdirSync(join(outdir, 'production'));
    writeFileSync(join(outdir, 'production', 'clinic.k8s.yaml'), 'precious: true\n');
    expect(errorOf(() => Fleet.forEach(SITES, compose, { outdir }).synth())).toBe(
      refusalOf(
        `file of output folder "${outdir}" must be this fleet’s own to be replaced, got ` +
          '"production/clinic.k8s.yaml", whose first line is not "Rendered by cdk8s-wso2-mi for fleet \\"mi\\", environment ' +
          '\\"production\\". Change its source and run synth, not this file."; move it away, or write to another folder',
      ),
    );
    expect(tree()).toEqual(['production/clinic.k8s.yaml']);
  });

  test('a file of another environment is somebody else’s: a copied folder is not taken for one’s own', () => {
    Fleet.forEach({ production: SITES.production }, compose, { outdir }).synth();
    cpSync(join(outdir, 'production'), join(outdir, 'staging'), { recursive: true });
    expect(errorOf(() => Fleet.forEach(SITES, compose, { outdir }).synth()).split('\n')).toHaveLength(3);
  });

  test('a file in the place of a folder stops all of them', () => {
    writeFileSync(join(outdir, 'production'), 'precious');
    expect(errorOf(() => Fleet.forEach(SITES, compose, { outdir }).synth())).toBe(
      refusalOf(
        ...['clinic', 'retail'].map(
          () =>
            `folder "production" of output folder "${outdir}" must be a folder, got a file; ` +
            'move it away, or write to another folder',
        ),
      ),
    );
    expect(tree()).toEqual(['production']);
  });
});

describe('a member', () => {
  test('is there to be looked at, by the name of its environment', () => {
    const environments = Fleet.forEach(SITES, compose, { outdir });
    expect([...environments.fleet('production').render().keys()]).toEqual(['clinic.k8s.yaml', 'retail.k8s.yaml']);
    // @ts-expect-error: the compiler knows the environments
    expect(errorOf(() => environments.fleet('prod'))).toBe(
      'environment of fleet "mi" must be one of staging, production, got "prod"',
    );
  });

  test('throws what its composition threw', () => {
    const environments = Fleet.forEach({ staging: { replicas: 0 }, production: { replicas: 1 } }, compose, { outdir });
    expect(errorOf(() => environments.fleet('staging'))).toBe(
      'replicas of scaling "fixed(0)" must be a whole number from 1 to 100000, got 0',
    );
    expect(errorOf(() => environments.fleet('production').render())).toBe('');
  });

  test('does not write itself alone, neither while it is composed nor later', () => {
    const sentence = (environment: string) =>
      `synth of fleet "mi" must be called for all environments at once, got it for "${environment}" alone; ` +
      'call synth() of what Fleet.forEach(…) returns';
    expect(errorOf(() => Fleet.forEach(SITES, compose, { outdir }).fleet('staging').synth())).toBe(sentence('staging'));
    expect(errorOf(() => Fleet.forEach(SITES, (fleet) => fleet.synth(), { outdir }).synth())).toBe(
      refusalOf(`staging: ${sentence('staging')}`, `production: ${sentence('production')}`),
    );
    expect(tree()).toEqual([]);
  });
});

describe('props', () => {
  test('every prop reaches what is written', () => {
    interface Cluster {
      readonly kubernetes: KubernetesVersion;
      readonly suffix: string;
    }
    const resolver: IResolver = {
      resolve: (context) => (context.value === 'orders' ? context.replaceValue('ORDERS') : undefined),
    };
    const props: Required<EnvironmentsProps<Cluster, 'staging' | 'production'>> = {
      name: 'shop',
      outdir,
      fleet: ({ kubernetes, suffix }, environment) => ({
        kubernetes,
        suffix,
        resolvers: environment === 'staging' ? [resolver] : [],
      }),
    };
    const sites = {
      staging: { kubernetes: '1.31', suffix: '-stage' },
      production: { kubernetes: '1.30', suffix: '' },
    } as const;
    const environments = Fleet.forEach(
      sites,
      (fleet) => {
        new BusinessUnit(fleet, 'clinic', { contact, pullSecrets: ['orders'] });
        new k8s.KubeConfigMap(new BusinessUnit(fleet, 'retail', { contact }), 'map', { data: { text: 'orders' } });
      },
      props,
    );
    environments.synth();
    expect(readFileSync(join(outdir, 'staging/retail.k8s.yaml'), 'utf8')).toContain('text: ORDERS');
    expect(readFileSync(join(outdir, 'production/retail.k8s.yaml'), 'utf8')).toContain('text: orders');
    expect(readFileSync(join(outdir, 'production/retail.k8s.yaml'), 'utf8')).toContain('for fleet "shop", environment');
    const { staging, production } = {
      staging: environments.fleet('staging'),
      production: environments.fleet('production'),
    };
    expect([staging.kubernetes, staging.suffix]).toEqual(['1.31', '-stage']);
    expect([production.kubernetes, production.suffix]).toEqual(['1.30', '']);
  });

  test('without props the fleet is called mi and has a folder for each environment in dist', () => {
    const fleet = Fleet.forEach(SITES, compose).fleet('staging');
    expect(fleet.outdir).toBe(join(process.env.CDK8S_OUTDIR ?? 'dist', 'staging'));
    expect(fleet.kubernetes).toBe('1.29');
    expect(fleet.suffix).toBe('');
    expect(fleet.render().get('clinic.k8s.yaml')).toMatch(
      /^# Rendered by cdk8s-wso2-mi for fleet "mi", environment "staging"\./,
    );
  });
});

describe('refusals', () => {
  test.each(['Staging', 'a_b', '-a', 'a-', '', '..', 'a/b', 'e'.repeat(64)])(
    'fails when an environment is called "%s"',
    (name) => {
      expect(errorOf(() => Fleet.forEach({ [name]: 1 }, () => undefined))).toBe(
        `name of environment "${name}" must be lower-case letters, digits and "-", not begin or end with "-", ` +
          `and have at most 63 characters, got "${name}"`,
      );
    },
  );

  test('fails when there is no environment, since that would remove all', () => {
    expect(errorOf(() => Fleet.forEach({}, () => undefined))).toBe(
      'sites of fleet "mi" must have at least one environment, got none',
    );
  });

  test('fails when the composition is not done when it returns', () => {
    const later = async (fleet: Fleet, site: Site): Promise<void> => {
      await Promise.resolve();
      compose(fleet, site);
    };
    expect(errorOf(() => Fleet.forEach(SITES, later, { outdir }).synth())).toBe(
      refusalOf(
        ...['staging', 'production'].map(
          (name) =>
            `${name}: composition of environment "${name}" must be done when it returns, got a promise; ` +
            'wait for what it needs before Fleet.forEach(…)',
        ),
      ),
    );
  });
});

test('two sets of environments of one name in one folder are refused, sharing a file, and nothing is removed', () => {
  const [one, other] = [
    Fleet.forEach(SITES, compose, { outdir }),
    Fleet.forEach({ staging: SITES.staging }, compose, { outdir }),
  ];
  one.synth();
  expect(() => other.synth()).toThrow(
    /^nothing was written, since 1 thing is refused:\n- name of fleet "mi" must be of one fleet alone in folder .*, got "production\/clinic\.k8s\.yaml", written by .* would remove; give one of the two another name; /,
  );
  expect(tree()).toEqual(ALL);
});
