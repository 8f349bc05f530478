import { yamlText } from '../core/yaml-text';
import { EnvValue } from '../secret/env-value';
import { AGENT_FOLDERS, type Agent, type AgentProgram, OWNER } from './agent';
import { numbered } from './json-lines';

const { logs, buffer, config } = AGENT_FOLDERS;

/** Bytes that wait, for each mebibyte of disk: its file grows to nearly twice of what is in it (64 MiB took 116). */
const QUEUED_A_MEBIBYTE = 512 * 1024;

/** Bytes of one request: receivers take 4 MiB, and what is refused for its size is dropped, not sent again. */
const MOST_AT_ONCE = 3 * 1024 * 1024;

/** Hands on what is read before it counts as read: otherwise up to a hundred lines are in memory alone when a kill comes. */
const SYNCHRONOUS = 'stanza.synchronousLogEmitter';

/**
 * The OpenTelemetry Collector with settings that lose nothing over kills, rotations and a receiver that is down (seen by
 * `npm run test:signals`; some lines come twice, since OTLP knows no id of a record):
 * - `include` names the full files too: what was not read of a file that was renamed while the agent was away would be lost
 *   (22,217 of 60,000 lines). A file is known by its first lines, whatever its name is, so none is read twice.
 * - `storage` of the receiver and `sending_queue.storage` on disk with `fsync`: a queue in memory lost 25,405 of 275,000.
 * - no batch processor: it holds in memory what the receiver has called done. The queue makes batches of what is on disk.
 * - `max_elapsed_time: 0` on both sides: nobody gives up.
 * - `block_on_overflow`: where the queue is full, reading waits, and the files are the buffer.
 * Components have their old names, which 0.165 (the measured one) and those before it take; the new ones are `file_log`,
 * `otlp_grpc` and `otlp_http`.
 */
export function otelCollector(
  agent: Agent,
  protocol: 'grpc' | 'http',
  headers: Readonly<Record<string, EnvValue>>,
): AgentProgram {
  const variables = Object.keys(headers).map((header, index) => [header, `OTLP_HEADER_${index + 1}`] as const);
  const exporter = protocol === 'grpc' ? 'otlp' : 'otlphttp';
  const scheme = agent.tls ? 'https' : 'http';
  const retried = { enabled: true, max_elapsed_time: '0' };
  const told = {
    extensions: { file_storage: { directory: `${buffer}/queue`, create_directory: true, fsync: true } },
    receivers: {
      filelog: {
        include: agent.files.flatMap((file) => [`${logs}/${file}`, `${logs}/${numbered(file, '[0-9]*')}`]),
        start_at: 'beginning',
        storage: 'file_storage',
        include_file_name: false,
        max_log_size: '2MiB',
        retry_on_failure: retried,
        operators: [
          {
            type: 'json_parser',
            timestamp: { parse_from: 'attributes["@timestamp"]', layout: '%Y-%m-%dT%H:%M:%S.%LZ' },
            severity: { parse_from: 'attributes.level' },
          },
          { type: 'remove', field: 'attributes["@timestamp"]' },
          { type: 'move', from: 'attributes.message', to: 'body' },
        ],
        resource: {
          'service.name': `\${env:${OWNER.tenant}}`,
          'service.namespace': `\${env:${OWNER.unit}}`,
          'service.version': `\${env:${OWNER.release}}`,
          'k8s.pod.name': `\${env:${OWNER.pod}}`,
        },
      },
    },
    processors: { memory_limiter: { check_interval: '1s', limit_mib: 200, spike_limit_mib: 40 } },
    exporters: {
      [exporter]: {
        endpoint: protocol === 'grpc' ? agent.at.address : `${scheme}://${agent.at.address}`,
        tls: agent.tls ? (agent.authorities === undefined ? {} : { ca_file: agent.authorities }) : { insecure: true },
        ...(variables.length === 0
          ? {}
          : { headers: Object.fromEntries(variables.map(([header, name]) => [header, `\${env:${name}}`])) }),
        retry_on_failure: retried,
        sending_queue: {
          storage: 'file_storage',
          sizer: 'bytes',
          queue_size: agent.bufferMebibytes * QUEUED_A_MEBIBYTE,
          block_on_overflow: true,
          // Each holds a request in several forms.
          num_consumers: 2,
          batch: { sizer: 'bytes', flush_timeout: '200ms', min_size: 0, max_size: MOST_AT_ONCE },
        },
      },
    },
    service: {
      extensions: ['file_storage'],
      telemetry: { logs: { level: 'warn' }, metrics: { level: 'none' } },
      pipelines: { logs: { receivers: ['filelog'], processors: ['memory_limiter'], exporters: [exporter] } },
    },
  };
  return {
    name: 'otel-collector',
    args: [`--config=${config}/collector.yaml`, `--feature-gates=+${SYNCHRONOUS}`],
    texts: { 'collector.yaml': yamlText(told) },
    env: {
      // Garbage is collected before the container is at its limit.
      GOMEMLIMIT: EnvValue.notSecret('200MiB'),
      ...Object.fromEntries(
        variables.flatMap(([header, name]) => (headers[header] === undefined ? [] : [[name, headers[header]]])),
      ),
    },
    memory: { request: 64, limit: 256 },
  };
}
