import { PROJECTS, TYPED_KINDS } from '../../imports/write/sources';
import { Access, BusinessUnit, UnitNamespace } from '../../lib';
import { errorOf, named, namesOf, newFleet, refusalOf } from '../manifests';

const contact = 'integration@example.com';

test('the groups of a level share one Role, each named once', () => {
  const access = [Access.operate('retail'), Access.view('audit'), Access.operate('on-call'), Access.operate('retail')];
  const unit = new BusinessUnit(newFleet(), 'retail', { contact, access });
  expect(namesOf(unit)).toEqual([
    'Namespace retail',
    'Role operate',
    'RoleBinding operate',
    'Role view',
    'RoleBinding view',
  ]);
  expect(named(unit, 'RoleBinding', 'operate')).toMatchObject({
    metadata: { namespace: 'retail' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'operate' },
    subjects: [{ name: 'on-call' }, { name: 'retail' }],
  });
});

test.each(['view', 'operate'] as const)('%s names no Secret, no shell, and no change of what runs', (level) => {
  const unit = new BusinessUnit(newFleet(), 'retail', { contact, access: [Access[level]('retail')] });
  const rules = named(unit, 'Role', level).rules as ReadonlyArray<{ resources: string[]; verbs: string[] }>;
  expect(rules.flatMap(({ resources }) => resources)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(\*|secrets|pods\/(exec|attach|ephemeralcontainers|proxy))$/)]),
  );
  const changing = rules.filter(({ verbs }) => !verbs.every((verb) => ['get', 'list', 'watch'].includes(verb)));
  expect(changing.flatMap(({ resources }) => resources)).toEqual(
    level === 'view'
      ? []
      : ['deployments/scale', 'statefulsets/scale', 'rollouts/scale', 'pods', 'pods/eviction', 'pods/portforward'],
  );
});

test.each([
  ['kubectl scale deployment', 'apps', 'deployments/scale', ['get', 'patch', 'update']],
  ['kubectl scale statefulset', 'apps', 'statefulsets/scale', ['get', 'patch', 'update']],
  ['kubectl scale rollout', 'argoproj.io', 'rollouts/scale', ['get', 'patch', 'update']],
  ['kubectl delete pod', '', 'pods', ['delete', 'get', 'list', 'watch']],
  ['an eviction', '', 'pods/eviction', ['create']],
  ['kubectl port-forward, as new and old ones ask', '', 'pods/portforward', ['create', 'get']],
])('%s is let through by operate, and nothing more of that', (_, group, resource, verbs) => {
  const unit = new BusinessUnit(newFleet(), 'retail', { contact, access: [Access.operate('retail')] });
  const rules = named(unit, 'Role', 'operate').rules as ReadonlyArray<Readonly<Record<string, readonly string[]>>>;
  const ofResource = rules.filter(
    ({ apiGroups, resources }) => apiGroups?.includes(group) && resources?.includes(resource),
  );
  expect(ofResource.flatMap((rule) => rule.verbs ?? []).sort()).toEqual(verbs);
});

/** Kinds that no unit has, and those that are nobody's to look at: who may do what is the platform's. */
const ELSEWHERE = [
  ...['ClusterRole', 'ClusterRoleBinding', 'IngressClass', 'IngressClassParams', 'Namespace', 'PersistentVolume'],
  ...['PriorityClass', 'StorageClass', 'Role', 'RoleBinding', 'Secret'],
  ...['Application', 'ApplicationSet', 'AppProject', 'GitRepository', 'Kustomization', 'OCIRepository'],
];

/** What is in a unit without being in its file, as controllers make it; `events` and `pods` are of two groups each. */
const BESIDE = [
  ...['controllerrevisions', 'endpoints', 'endpointslices', 'events', 'events', 'pods', 'pods/log', 'replicasets'],
  'secretproviderclasspodstatuses',
];

test('every kind that a unit may have may be looked at, and what controllers make of it', () => {
  const kinds = [...TYPED_KINDS, ...Object.values(PROJECTS).flatMap((project) => project.kinds)];
  const plural = (kind: string) =>
    `${kind
      .toLowerCase()
      .replace(/(?<=[^aeiou])y$/, 'ie')
      .replace(/(?<=s)$/, 'e')}s`;
  const unit = new BusinessUnit(newFleet(), 'retail', { contact, access: [Access.view('retail')] });
  const rules = named(unit, 'Role', 'view').rules as ReadonlyArray<{ resources: string[] }>;
  const expected = [...kinds.filter((kind) => !ELSEWHERE.includes(kind)).map(plural), ...BESIDE];
  expect(rules.flatMap(({ resources }) => resources).sort()).toEqual(expected.sort());
});

test.each(['', ' ', 'a\nb', 'system:masters', 'system:authenticated'])('a group %j is refused', (group) => {
  expect(errorOf(() => Access.view(group))).toBe(
    `group of access "view" must name a group of people, got ${JSON.stringify(group)}; ` +
      'groups that begin with system: are Kubernetes’ own',
  );
});

test('a right in a namespace that other units share is refused', () => {
  const fleet = newFleet();
  const namespace = UnitNamespace.existing('shared');
  new BusinessUnit(fleet, 'retail', { contact, namespace, access: [Access.view('retail')] });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'access of business unit "retail" must be for a namespace of its own, got the existing namespace "shared"; ' +
        'a right holds for all units of a namespace; whoever makes it gives them',
    ),
  );
});
