import { Access, BusinessUnit, Fleet } from '../../lib';
import { allowedOf } from './allowed';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';

// Whom the server takes somebody for is said here by impersonation, so the user's own cluster is left alone.
const describeRights = currentKubeconfig === undefined ? describe : describe.skip;

const VIEW = [
  'get pods',
  'list events',
  'get pods/log',
  'watch deployments.apps',
  'list statefulsets.apps',
  'get configmaps',
  'list horizontalpodautoscalers.autoscaling',
  'get networkpolicies.networking.k8s.io',
  'list resourcequotas',
];
/** All that may be looked at, of what the server of the suite knows. */
const SEEN = [
  'configmaps',
  'endpoints',
  'events',
  'limitranges',
  'persistentvolumeclaims',
  'pods',
  'pods/log',
  'resourcequotas',
  'serviceaccounts',
  'services',
  'controllerrevisions.apps',
  'daemonsets.apps',
  'deployments.apps',
  'replicasets.apps',
  'statefulsets.apps',
  'horizontalpodautoscalers.autoscaling',
  'cronjobs.batch',
  'jobs.batch',
  'endpointslices.discovery.k8s.io',
  'events.events.k8s.io',
  'ingresses.networking.k8s.io',
  'networkpolicies.networking.k8s.io',
  'poddisruptionbudgets.policy',
];
const OPERATE = [
  'get deployments.apps/scale',
  'patch deployments.apps/scale',
  'update deployments.apps/scale',
  'get statefulsets.apps/scale',
  'patch statefulsets.apps/scale',
  'update statefulsets.apps/scale',
  'delete pods',
  'create pods/eviction',
  'create pods/portforward',
  'get pods/portforward',
];
const NOBODY = [
  'get secrets',
  'list secrets',
  'create pods',
  'create pods/exec',
  'create pods/attach',
  'get pods/proxy',
  'patch pods/ephemeralcontainers',
  'create deployments.apps',
  'patch deployments.apps',
  'delete deployments.apps',
  'update configmaps',
  'create serviceaccounts/token',
  'create roles.rbac.authorization.k8s.io',
  'bind roles.rbac.authorization.k8s.io',
  'impersonate serviceaccounts',
  'delete persistentvolumeclaims',
  'delete namespaces',
];

describeRights('what the people of a unit may do', () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster('newest');
    const fleet = new Fleet();
    const contact = 'integration@example.com';
    new BusinessUnit(fleet, 'retail', { contact, access: [Access.view('auditors'), Access.operate('retail')] });
    new BusinessUnit(fleet, 'finance', { contact, access: [Access.operate('finance')] });
    await cluster.kubectl.apply(...fleet.render().values());
  });

  afterAll(async () => cluster?.stop());

  /** Those of some deeds that somebody of a group may do. */
  async function may(group: string, namespace: string, deeds: readonly string[]): Promise<string[]> {
    const answers = await Promise.all(
      deeds.map(async (deed) => {
        const [verb = '', what = ''] = deed.split(' ');
        const [kind = '', part] = what.split('/');
        const subresource = part === undefined ? [] : [`--subresource=${part}`];
        const asked = [
          'auth',
          'can-i',
          verb,
          kind,
          ...subresource,
          '-n',
          namespace,
          '--as=jane',
          `--as-group=${group}`,
        ];
        const { stdout } = await cluster.kubectl.run(asked);
        return [deed, stdout.trim()] as const;
      }),
    );
    expect(answers.filter(([, answer]) => answer !== 'yes' && answer !== 'no')).toEqual([]);
    return answers.filter(([, answer]) => answer === 'yes').map(([deed]) => deed);
  }

  const ALL = [...VIEW, ...OPERATE, ...NOBODY];

  test('who may look may look, and nothing else', async () => {
    expect(await may('auditors', 'retail', ALL)).toEqual(VIEW);
  });

  test('who may operate may stop, start, restart and forward a port besides, and nothing else', async () => {
    expect(await may('retail', 'retail', ALL)).toEqual([...VIEW, ...OPERATE]);
  });

  test.each(['auditors', 'retail', 'strangers'])('%s may do nothing in another unit', async (group) => {
    expect(await may(group, 'finance', ALL)).toEqual([]);
  });

  describe('of every verb to everything that the server knows, with its parts', () => {
    const LOOKED_AT = [...SEEN].sort().flatMap((what) => ['get', 'list', 'watch'].map((verb) => `${verb} ${what}`));

    test.each([
      ['auditors', 'retail', LOOKED_AT],
      ['retail', 'retail', [...LOOKED_AT, ...OPERATE]],
      ['retail', 'finance', []],
      ['auditors', 'finance', []],
    ])('%s may do in unit %s what is said, and nothing else', async (group, namespace, deeds) => {
      const { allowed, asked } = await allowedOf(cluster.kubectl, group, namespace);
      expect(allowed.sort()).toEqual([...deeds].sort());
      expect(asked).toBeGreaterThan(1000);
    });
  });
});
