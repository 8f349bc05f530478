import { Duration, Size } from 'cdk8s';
import { type Attachment, markedJson } from '../core/attachment';
import { refuse, verbatim } from '../core/refusal';
import { wholeMebibytes } from '../core/whole-mebibytes';

/** How long log lines are kept. */
export interface LogStoreProps {
  /**
   * How long a line is kept, in whole days from 1 to 3650.
   *
   * @default Duration.days(30)
   */
  readonly retention?: Duration;

  /**
   * Size of one index of a unit, after which the next is begun. From 1 GiB to 50 GiB.
   *
   * @default Size.gibibytes(30)
   */
  readonly indexSize?: Size;
}

/** Name of template, policy and view. */
const NAME = 'mi-logs';

/** What every line has, as the stores index it; the time is the line's own. */
const PROPERTIES = {
  // Fluent Bit sends nine digits.
  '@timestamp': { type: 'date_nanos' },
  // A longer word is kept and not searched for by itself; without the bound a store refuses the line, and its sender tries for ever.
  ...Object.fromEntries(
    ['unit', 'tenant', 'release', 'pod', 'log', 'level', 'logger', 'thread', 'correlation_id'].map((field) => [
      field,
      { type: 'keyword', ignore_above: 1024 },
    ]),
  ),
  message: { type: 'text' },
  exception: { type: 'text' },
};

/** Columns of the saved view. */
const COLUMNS = ['unit', 'tenant', 'log', 'level', 'message', 'correlation_id'];

/**
 * What Elasticsearch or OpenSearch must know of the lines that `LoggingSidecar` sends there: types of fields, how long
 * they are kept, a view. Files of the render (`logs/`), loaded once by the commands of docs/signals.md.
 */
export class LogStore {
  /** OpenSearch and its Dashboards: index template, policy of its index state management, view. */
  public static openSearch(props: LogStoreProps = {}): LogStore {
    return new LogStore('opensearch', props, (days, gibibytes) => ({
      'opensearch-index-template': templateOf({}),
      'opensearch-policy': (description) => ({
        policy: {
          description,
          default_state: 'written',
          states: [
            {
              name: 'written',
              actions: [{ rollover: { min_size: `${gibibytes}gb`, min_index_age: '1d' } }],
              transitions: [{ state_name: 'over', conditions: { min_index_age: `${days}d` } }],
            },
            { name: 'over', actions: [{ delete: {} }], transitions: [] },
          ],
          ism_template: [{ index_patterns: [`.ds-${NAME}-*`, `${NAME}-*`], priority: 100 }],
        },
      }),
      'opensearch-view': viewOf,
    }));
  }

  /** Elasticsearch and Kibana: index template, lifecycle policy, view. */
  public static elasticsearch(props: LogStoreProps = {}): LogStore {
    return new LogStore('elasticsearch', props, (days, gibibytes) => ({
      'elasticsearch-index-template': templateOf({ 'index.lifecycle.name': NAME }),
      'elasticsearch-policy': (description) => ({
        policy: {
          _meta: { description },
          phases: {
            hot: { actions: { rollover: { max_primary_shard_size: `${gibibytes}gb`, max_age: '1d' } } },
            delete: { min_age: `${days}d`, actions: { delete: {} } },
          },
        },
      }),
      'elasticsearch-view': viewOf,
    }));
  }

  private readonly files: Readonly<Record<string, (description: string) => object>>;

  private constructor(
    id: string,
    { retention = Duration.days(30), indexSize = Size.gibibytes(30) }: LogStoreProps,
    files: (days: number, gibibytes: number) => Readonly<Record<string, (description: string) => object>>,
  ) {
    const days = retention.toDays({ integral: false });
    const about = { kind: 'log store', id };
    if (!Number.isSafeInteger(days) || days < 1 || days > 3650) {
      const got = verbatim(`${days} days`);
      refuse({ ...about, prop: 'retention', must: 'be whole days from 1 to 3650', got });
    }
    const gibibytes = wholeMebibytes('indexSize', about.kind, id, indexSize) / 1024;
    if (!Number.isSafeInteger(gibibytes) || gibibytes < 1 || gibibytes > 50) {
      const got = verbatim(`${gibibytes} GiB`);
      refuse({ ...about, prop: 'indexSize', must: 'be whole gibibytes from 1 to 50', got });
    }
    this.files = files(days, gibibytes);
  }

  /** Its files, which go with the render. */
  public get attachments(): Attachment[] {
    return Object.entries(this.files).map(([name, made]) => ({
      name: `logs/${name}.json`,
      text: (mark) => markedJson(made(mark), mark),
    }));
  }
}

function templateOf(settings: Readonly<Record<string, string>>): (description: string) => object {
  return (description) => ({
    _meta: { description },
    index_patterns: [`${NAME}-*`],
    // A data stream takes what is new and never a second time under one id, in the index that it writes.
    data_stream: {},
    priority: 200,
    template: {
      settings: { ...settings, 'index.codec': 'best_compression' },
      // What is not named here is kept in the line and not indexed, so that no line is refused for it.
      mappings: { dynamic: false, properties: PROPERTIES },
    },
  });
}

function viewOf(description: string): object {
  const source = {
    query: { query: '', language: 'kuery' },
    filter: [],
    indexRefName: 'kibanaSavedObjectMeta.searchSourceJSON.index',
  };
  return [
    {
      attributes: {
        description,
        title: 'Micro Integrator: lines',
        columns: COLUMNS,
        sort: [['@timestamp', 'desc']],
        hits: 0,
        version: 1,
        kibanaSavedObjectMeta: { searchSourceJSON: JSON.stringify(source) },
      },
      id: NAME,
      type: 'search',
      references: [{ name: source.indexRefName, type: 'index-pattern', id: `${NAME}-*` }],
    },
    { attributes: { title: `${NAME}-*`, timeFieldName: '@timestamp' }, id: `${NAME}-*`, type: 'index-pattern' },
  ];
}
