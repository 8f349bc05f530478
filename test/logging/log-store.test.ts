import { Duration, Size } from 'cdk8s';
import { LogStore, type LogStoreProps } from '../../lib';
import { inJson } from '../../lib/logging/json-lines';
import { errorOf, newFleet } from '../manifests';

function filesOf(logStore: LogStore): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const files = [...newFleet({ logStore }).render()];
  return Object.fromEntries(files.map(([name, text]) => [name, JSON.parse(text)]));
}

const everything: Required<LogStoreProps> = { retention: Duration.days(90), indexSize: Size.gibibytes(10) };

test('OpenSearch begins an index each day or when it is full, and deletes it when its lines are old', () => {
  const files = filesOf(LogStore.openSearch(everything));
  expect(Object.keys(files)).toEqual([
    'logs/opensearch-index-template.json',
    'logs/opensearch-policy.json',
    'logs/opensearch-view.json',
  ]);
  expect(files['logs/opensearch-policy.json']).toMatchObject({
    policy: {
      states: [
        {
          name: 'written',
          actions: [{ rollover: { min_size: '10gb', min_index_age: '1d' } }],
          transitions: [{ state_name: 'over', conditions: { min_index_age: '90d' } }],
        },
        { name: 'over', actions: [{ delete: {} }] },
      ],
    },
  });
});

test('Elasticsearch does the same by its lifecycle, which the template names', () => {
  const files = filesOf(LogStore.elasticsearch(everything));
  expect(files['logs/elasticsearch-policy.json']).toMatchObject({
    policy: {
      phases: {
        hot: { actions: { rollover: { max_primary_shard_size: '10gb', max_age: '1d' } } },
        delete: { min_age: '90d', actions: { delete: {} } },
      },
    },
  });
  expect(files['logs/elasticsearch-index-template.json']).toMatchObject({
    index_patterns: ['mi-logs-*'],
    data_stream: {},
    template: { settings: { 'index.lifecycle.name': 'mi-logs' } },
  });
});

test.each([
  ['opensearch', LogStore.openSearch()],
  ['elasticsearch', LogStore.elasticsearch()],
])('%s knows every field of a line: those that log4j2 writes, and those that say whose it is', (name, store) => {
  const { settings } = inJson({ id: 'CONSOLE', name: 'CONSOLE', settings: {}, listed: true });
  const ofLine = [...(settings['layout.pattern'] ?? '').matchAll(/"([^"]+)":"/g)].map(([, field]) => field);
  expect(ofLine.length).toBeGreaterThan(6);
  const { template } = Object(filesOf(store)[`logs/${name}-index-template.json`]);
  const known = Object.keys(template.mappings.properties);
  expect(known.sort()).toEqual([...ofLine, 'unit', 'tenant', 'release', 'pod'].sort());
});

test.each([
  ['opensearch', LogStore.openSearch()],
  ['elasticsearch', LogStore.elasticsearch()],
])('the view of %s shows whose a line is, what it says, and by what its trace is found', (name, store) => {
  const [text = ''] = [...newFleet({ logStore: store }).render()].flatMap(([file, one]) =>
    file.includes(`${name}-view`) ? [one] : [],
  );
  const [, columns = ''] = /"columns":\s*\[([^\]]*)\]/.exec(text) ?? [];
  expect(columns.match(/\w+/g)).toEqual(['unit', 'tenant', 'log', 'level', 'message', 'correlation_id']);
});

test('each file says in its first line whose it is', () => {
  const files = newFleet({ logStore: LogStore.openSearch() }).render();
  const firsts = [...files.values()].map((text) => text.split('\n')[0]);
  const mark = String.raw`"Rendered by cdk8s-wso2-mi for fleet \"mi\". Change its source and run synth, not this file."`;
  expect(firsts).toEqual([
    `{ "_meta": { "description": ${mark}`,
    `{ "policy": { "description": ${mark},`,
    `[ { "attributes": { "description": ${mark},`,
  ]);
});

test.each<[LogStoreProps, string]>([
  [
    { retention: Duration.hours(12) },
    'retention of log store "opensearch" must be whole days from 1 to 3650, got 0.5 days',
  ],
  [
    { indexSize: Size.gibibytes(500) },
    'indexSize of log store "opensearch" must be whole gibibytes from 1 to 50, got 500 GiB',
  ],
])('%j is refused', (props, message) => {
  expect(errorOf(() => LogStore.openSearch(props))).toBe(message);
});
