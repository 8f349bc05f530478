import { type FieldChange, fieldChanges } from '../../lib/diff/field-changes';

const container = (image: string, rest = {}) => ({ name: 'mi', image, ...rest });

type Row = [said: string, from: unknown, to: unknown, changes: FieldChange[]];

test.each<Row>([
  ['nothing', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
  ['a number', { spec: { replicas: 2 } }, { spec: { replicas: 6 } }, [{ path: 'spec.replicas', from: 2, to: 6 }]],
  ['a number from the text of it', { port: 80 }, { port: '80' }, [{ path: 'port', from: 80, to: '80' }]],
  ['a field that comes', {}, { a: 1 }, [{ path: 'a', from: undefined, to: 1 }]],
  ['a field that goes', { a: { b: 1 } }, {}, [{ path: 'a', from: { b: 1 }, to: undefined }]],
  ['a field that is empty from one that is not there', { a: null }, {}, [{ path: 'a', from: null, to: undefined }]],
  ['a list from an object', { a: [] }, { a: {} }, [{ path: 'a', from: [], to: {} }]],
  [
    'keys that are no words',
    { labels: { 'app.kubernetes.io/name': 'a' }, 'a.b': 1 },
    { labels: { 'app.kubernetes.io/name': 'b' }, 'a.b': 2 },
    [
      { path: '["a.b"]', from: 1, to: 2 },
      { path: 'labels["app.kubernetes.io/name"]', from: 'a', to: 'b' },
    ],
  ],
  [
    'keys that every object of the language has',
    { data: {} },
    { data: { constructor: 'x', toString: 'y' } },
    [
      { path: 'data.constructor', from: undefined, to: 'x' },
      { path: 'data.toString', from: undefined, to: 'y' },
    ],
  ],
  [
    'items with names, wherever they stand',
    { containers: [container('a:1'), { name: 'sidecar' }] },
    { containers: [{ name: 'first' }, container('a:2'), { name: 'sidecar' }] },
    [
      { path: 'containers[mi].image', from: 'a:1', to: 'a:2' },
      { path: 'containers[first]', from: undefined, to: { name: 'first' } },
    ],
  ],
  [
    'items in another order',
    [{ name: 'a' }, { name: 'b' }, { name: 'gone' }],
    [{ name: 'b' }, { name: 'come' }, { name: 'a' }],
    [
      { path: '[gone]', from: { name: 'gone' }, to: undefined },
      { path: '[come]', from: undefined, to: { name: 'come' } },
      { path: ' (order)', from: ['a', 'b'], to: ['b', 'a'] },
    ],
  ],
  [
    'items without names',
    { args: ['a', 'b'] },
    { args: ['a', 'c', 'd'] },
    [
      { path: 'args[1]', from: 'b', to: 'c' },
      { path: 'args[2]', from: undefined, to: 'd' },
    ],
  ],
  [
    'items whose names are not their own',
    [
      { name: 'a', x: 1 },
      { name: 'a', x: 2 },
    ],
    [
      { name: 'a', x: 1 },
      { name: 'a', x: 3 },
    ],
    [{ path: '[1].x', from: 2, to: 3 }],
  ],
  [
    'a list that was empty',
    { env: [] },
    { env: [{ name: 'A', value: '1' }] },
    [{ path: 'env[A]', from: undefined, to: { name: 'A', value: '1' } }],
  ],
  [
    'mounts by their paths',
    [
      { name: 'v', mountPath: '/a' },
      { name: 'v', mountPath: '/b' },
    ],
    [
      { name: 'v', mountPath: '/a', readOnly: true },
      { name: 'v', mountPath: '/b' },
    ],
    [{ path: '[/a].readOnly', from: undefined, to: true }],
  ],
  ...['path', 'topologyKey', 'secretName', 'host'].map(
    (key): Row => [
      `items that ${key} tells apart, in another order`,
      [{ [key]: 'a' }, { [key]: 'b' }],
      [{ [key]: 'b', x: 1 }, { [key]: 'a' }],
      [
        { path: '[b].x', from: undefined, to: 1 },
        { path: ' (order)', from: ['a', 'b'], to: ['b', 'a'] },
      ],
    ],
  ),
  [
    'a host that is called otherwise, and what is behind it',
    {
      rules: [
        { host: 'a.test', port: 1 },
        { host: 'same', port: 1 },
      ],
    },
    {
      rules: [
        { host: 'a.live', port: 2 },
        { host: 'same', port: 1 },
      ],
    },
    [
      { path: 'rules[a.test].host', from: 'a.test', to: 'a.live' },
      { path: 'rules[a.test].port', from: 1, to: 2 },
    ],
  ],
  [
    'hosts of which one side has more',
    [{ host: 'a.test' }],
    [{ host: 'a.live' }, { host: 'b.live' }],
    [
      { path: '[a.test]', from: { host: 'a.test' }, to: undefined },
      { path: '[a.live]', from: undefined, to: { host: 'a.live' } },
      { path: '[b.live]', from: undefined, to: { host: 'b.live' } },
    ],
  ],
])('tells %s', (_, from, to, changes) => {
  expect(fieldChanges(from, to)).toEqual(changes);
});
