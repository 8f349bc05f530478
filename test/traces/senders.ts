import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from 'cdk8s';
import type { EnvVar } from '../../imports/k8s';
import { leaves } from '../../lib/config/toml-leaves';
import { manifestsOf, tomlOf } from '../manifests';
import { mavenJars } from '../maven-jars';

/** A program that sends one span, by the type of `[opentelemetry]` (infer.json); before there was one, OpenTracing. */
const SENDERS: Readonly<Record<string, string>> = { otlp: 'Otlp', zipkin: 'Zipkin', jaeger: 'Jaeger' };

const otel = (version: string, ...exporters: readonly string[]) =>
  exporters.map((name) => `io.opentelemetry:opentelemetry-exporter-${name}:${version}`);

// What the Synapse of each release carries (its pom.xml); of 1.11 Maven Central has no exporter for Zipkin.
const LIBRARIES = {
  opentracing: [
    'io.jaegertracing:jaeger-client:0.32.0',
    // What that is compiled with; the one below would bring a newer one without a constructor that it calls.
    'org.apache.thrift:libthrift:0.11.0',
    'io.jaegertracing:jaeger-zipkin:1.5.0',
    'io.zipkin.reporter2:zipkin-sender-urlconnection:2.16.2',
  ],
  'otel-1.11': otel('1.11.0', 'otlp', 'jaeger'),
  'otel-1.13': otel('1.13.0', 'zipkin'),
  'otel-1.57': otel('1.57.0', 'otlp', 'zipkin'),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Libraries that a sender is built with. */
export type Libraries = keyof typeof LIBRARIES;

/** How a span is sent, beyond what the render says. */
export interface Order {
  readonly libraries: Libraries;
  /** What the classes of the release know by themselves, `key=value`. */
  readonly knows: readonly string[];
  /** A file that says which address a host has. */
  readonly hosts: string;
  readonly folder: string;
}

/** Sends one span as the only tenant of a unit is told by its deployment.toml and its environment. */
export function send(unit: Chart, { libraries, knows, hosts, folder }: Order) {
  const told = leaves(tomlOf(unit), '').map(([key, value]) => [key, String(value)] as const);
  const sender = SENDERS[Object.fromEntries(told)['opentelemetry.type'] ?? ''] ?? 'OpenTracing';
  const classPath = compiled(sender, libraries, folder);
  const args = [
    `-Djdk.net.hosts.file=${hosts}`,
    '-cp',
    classPath,
    sender,
    ...told.map((pair) => pair.join('=')),
    ...knows,
  ];
  const env = { ...process.env, ...environmentOf(unit) };
  const { status, stderr } = spawnSync('java', args, { encoding: 'utf8', env, timeout: 60_000 });
  return { status, stderr: status === 0 ? '' : stderr };
}

/** The class path of a sender, which is compiled once a folder. */
function compiled(sender: string, libraries: Libraries, folder: string): string {
  const jars = mavenJars(`traces-${libraries}`, LIBRARIES[libraries]);
  const target = join(folder, `${libraries}-${sender}`);
  if (!existsSync(target)) {
    mkdirSync(target);
    const sources = sender === 'OpenTracing' ? [sender] : ['Sent', sender];
    const files = sources.map((name) => join(__dirname, 'sender', `${name}.java`));
    const { status, stderr } = spawnSync('javac', ['-cp', jars, '-d', target, ...files], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${sender} must compile, got ${stderr}`);
  }
  return `${jars}:${target}`;
}

interface Workload {
  readonly template?: {
    readonly metadata: { readonly labels: Readonly<Record<string, string>> };
    readonly spec: { readonly containers: ReadonlyArray<{ readonly env?: readonly EnvVar[] }> };
  };
}

/** The environment of the server, as Kubernetes makes it: labels of the pod, and `$(…)` of what stands before. */
function environmentOf(unit: Chart): Record<string, string> {
  const workloads: readonly Workload[] = JSON.parse(JSON.stringify(manifestsOf(unit).map(({ spec = {} }) => spec)));
  const [template] = workloads.flatMap((workload) => workload.template ?? []);
  const labels = template?.metadata.labels ?? {};
  const made: Record<string, string> = {};
  for (const { name, value, valueFrom } of template?.spec.containers[0]?.env ?? []) {
    const [, label = ''] = /^metadata\.labels\['(.*)'\]$/.exec(valueFrom?.fieldRef?.fieldPath ?? '') ?? [];
    made[name] = value?.replace(/\$\((\w+)\)/g, (whole, other) => made[other] ?? whole) ?? labels[label] ?? '';
  }
  return made;
}
