import { saidOf, saidOfPod } from '../manifests';
import { saidOfObject } from '../plain-objects/object';
import { REFUSED_PLACES } from '../plain-objects/pods';

const KEY = 'have a key such as "team" or "example.com/team"';
const VALUE = 'be letters, digits, "-", "_" and ".", at most 63 characters';
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

const terms = (...nodeSelectorTerms: object[]) => ({
  affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms } } },
});
const apart = (term: object) => ({ affinity: { podAntiAffinity: { [REQUIRED]: [term] } } });
const selector = (labelSelector: object) => apart({ topologyKey: 'zone', labelSelector });
const TERM = `affinity.nodeAffinity.${REQUIRED}.nodeSelectorTerms`;
const APART = `affinity.podAntiAffinity.${REQUIRED}[0]`;

test.each<[object, string, string, string]>([
  [{ nodeSelector: { 'a b': 'x' } }, 'nodeSelector["a b"]', KEY, '"a b"'],
  [{ nodeSelector: { pool: 'a b' } }, 'nodeSelector["pool"]', VALUE, '"a b"'],
  [{ tolerations: [{ key: '-', operator: 'Exists' }] }, 'tolerations[0].key', KEY, '"-"'],
  [
    { tolerations: [{ value: 'x' }] },
    'tolerations[0].operator',
    'be Exists where there is no key',
    '"Equal"; Exists alone is every taint',
  ],
  [
    { tolerations: [{ key: 'a', operator: 'Exists', value: 'x' }] },
    'tolerations[0].value',
    'be left out where operator is Exists',
    '"x"; Equal asks for a value',
  ],
  [{ tolerations: [{ key: 'a', value: 'a b' }] }, 'tolerations[0].value', VALUE, '"a b"'],
  [
    { tolerations: [{ key: 'a', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 5 }] },
    'tolerations[0].tolerationSeconds',
    'be left out where effect is not NoExecute',
    '5',
  ],
  [terms(), TERM, 'have at least one', 'none'],
  [
    terms({ matchExpressions: [{ key: 'a', operator: 'In' }] }),
    `${TERM}[0].matchExpressions[0].values`,
    'have at least one value where operator is In',
    '[]',
  ],
  [
    terms({ matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] }),
    `${TERM}[0].matchExpressions[0].values`,
    'have no values where operator is Exists',
    '["b"]',
  ],
  [
    terms({ matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1', '2'] }] }),
    `${TERM}[0].matchExpressions[0].values`,
    'have one value where operator is Gt',
    '["1","2"]',
  ],
  [
    terms({ matchExpressions: [{ key: 'a', operator: 'NotIn' }] }),
    `${TERM}[0].matchExpressions[0].values`,
    'have at least one value where operator is NotIn',
    '[]',
  ],
  [
    terms({ matchExpressions: [{ key: 'a', operator: 'DoesNotExist', values: ['b'] }] }),
    `${TERM}[0].matchExpressions[0].values`,
    'have no values where operator is DoesNotExist',
    '["b"]',
  ],
  [
    terms({ matchExpressions: [{ key: 'a', operator: 'Lt' }] }),
    `${TERM}[0].matchExpressions[0].values`,
    'have one value where operator is Lt',
    '[]',
  ],
  [terms({ matchExpressions: [{ key: '', operator: 'Exists' }] }), `${TERM}[0].matchExpressions[0].key`, KEY, '""'],
  [
    terms({ matchFields: [{ key: 'metadata.uid', operator: 'In', values: ['a'] }] }),
    `${TERM}[0].matchFields[0]`,
    'have the key metadata.name',
    '"metadata.uid"',
  ],
  [
    terms({ matchFields: [{ key: 'metadata.name', operator: 'Exists', values: ['a'] }] }),
    `${TERM}[0].matchFields[0]`,
    'have the operator In or NotIn',
    '"Exists"',
  ],
  [
    terms({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a', 'b'] }] }),
    `${TERM}[0].matchFields[0]`,
    'have one value',
    '["a","b"]',
  ],
  [
    { affinity: { nodeAffinity: { [PREFERRED]: [{ weight: 101, preference: {} }] } } },
    `affinity.nodeAffinity.${PREFERRED}[0].weight`,
    'be from 1 to 100',
    '101',
  ],
  [
    { affinity: { podAffinity: { [PREFERRED]: [{ weight: 0, podAffinityTerm: { topologyKey: 'zone' } }] } } },
    `affinity.podAffinity.${PREFERRED}[0].weight`,
    'be from 1 to 100',
    '0',
  ],
  [
    apart({ topologyKey: 'a b' }),
    `${APART}.topologyKey`,
    'be a label of nodes such as "topology.kubernetes.io/zone"',
    '"a b"',
  ],
  [selector({ matchLabels: { a: 'b c' } }), `${APART}.labelSelector.matchLabels["a"]`, VALUE, '"b c"'],
  [
    selector({ matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }] }),
    `${APART}.labelSelector.matchExpressions[0].operator`,
    'be one of In, NotIn, Exists, DoesNotExist',
    '"Gt"',
  ],
  [
    selector({ matchExpressions: [{ key: 'a', operator: 'In', values: ['b c'] }] }),
    `${APART}.labelSelector.matchExpressions[0].values`,
    VALUE,
    '["b c"]',
  ],
  [
    { topologySpreadConstraints: [{ maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }] },
    'topologySpreadConstraints[0].maxSkew',
    'be at least 1',
    '0',
  ],
])('%j is refused', (spec, path, must, got) => {
  expect(saidOfPod({}, spec)).toEqual([`spec.${path} of Pod "app" must ${must}, got ${got}`]);
});

test('fails for a toleration with an operator that there is not', () => {
  const tolerations = [{ key: 'team', operator: 'Is' }];
  expect(saidOfPod({}, { tolerations })).toEqual([
    'spec.tolerations[0].operator of Pod "app" must be one of Equal, Exists, got "Is"',
  ]);
});

test('what compares a taint with a number asks for one', () => {
  const pod = { tolerations: [{ key: 'a', operator: 'Gt' as const, value: '0x1' }] };
  expect(saidOf({ pod }, { kubernetes: '1.36' })).toEqual([
    'spec.template.spec.tolerations[0].value of Deployment "retail/orders" must be a whole number where operator is Gt, ' +
      'got "0x1"',
  ]);
});

test('what the server takes is taken', () => {
  const nodeAffinity = {
    [REQUIRED]: {
      nodeSelectorTerms: [
        {
          matchExpressions: [
            { key: 'cores', operator: 'Gt' as const, values: ['4'] },
            { key: 'example.com/pool', operator: 'DoesNotExist' as const },
          ],
          matchFields: [{ key: 'metadata.name', operator: 'NotIn' as const, values: ['n1'] }],
        },
      ],
    },
  };
  const labelSelector = { matchExpressions: [{ key: 'a', operator: 'NotIn' as const, values: [''] }] };
  const podAffinity = {
    [PREFERRED]: [{ weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector } }],
  };
  const tolerations = [
    { operator: 'Exists' as const },
    { key: 'a', value: '' },
    { key: 'a', operator: 'Exists' as const, effect: 'NoExecute' as const, tolerationSeconds: 0 },
  ];
  const pod = { nodeSelector: { 'kubernetes.io/arch': '' }, tolerations, affinity: { nodeAffinity, podAffinity } };
  expect(saidOf({ pod })).toEqual([]);
});

test.each(REFUSED_PLACES)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of Deployment "app" must ${must}`]);
});
