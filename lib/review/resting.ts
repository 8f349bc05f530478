import { parse } from 'yaml';
import type { Manifest } from '../diff/manifest';
import { addUp, type Costs, costsOf } from './costs';
import { at } from './read';
import { workloadsOf } from './workload';

// A fleet's sum is of all its files, and to parse those that do not change takes ten times as long as the review: of each
// object that costs something the lines are kept that say how much, and what many tenants say alike is parsed once.

/** Kinds that cost something, or say how many of it there are. */
const COSTING =
  /^kind: (Deployment|StatefulSet|Rollout|DaemonSet|ReplicaSet|HorizontalPodAutoscaler|ScaledObject|PersistentVolumeClaim)$/m;

/** Fields that cost nothing, with all that is in them: most lines of a workload. */
const COSTLESS = new Set([
  ...['metadata', 'env', 'envFrom', 'args', 'command', 'lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'],
  ...['volumeMounts', 'volumes', 'affinity', 'topologySpreadConstraints', 'securityContext', 'selector', 'ports'],
  ...['behavior', 'metrics', 'triggers', 'advanced', 'tolerations'],
]);

/** What files cost that a change leaves alone, each the text of its manifests. */
export function restingCosts(texts: Iterable<string>): Costs {
  const known = new Map<string, object>();
  const each = [...texts].map((text) => {
    const objects = text.split(/^---\n/m).flatMap((document) => objectOf(document, known));
    return costsOf(
      workloadsOf(objects),
      objects.filter(({ kind }) => kind === 'PersistentVolumeClaim'),
    );
  });
  return addUp(each);
}

function objectOf(document: string, known: Map<string, object>): Manifest[] {
  if (!COSTING.test(document)) {
    return [];
  }
  const own = /^metadata:\n((?: .*\n)*)/m.exec(document)?.[1] ?? '';
  const nameOf = (field: string) => new RegExp(`^  ${field}: "?([^"\\n]*)"?$`, 'm').exec(own)?.[1] ?? '';
  const lines = costingLines(document.split('\n')).join('\n');
  const parsed: object = known.get(lines) ?? Object(parse(lines, { version: '1.1' }));
  known.set(lines, parsed);
  const metadata = { name: nameOf('name'), namespace: nameOf('namespace') };
  return [{ apiVersion: String(at(parsed, 'apiVersion')), kind: String(at(parsed, 'kind')), ...parsed, metadata }];
}

/** The lines without costless fields: from one of those on, what stands deeper is left out, and items of its list. */
function costingLines(lines: readonly string[]): string[] {
  let left = Number.POSITIVE_INFINITY;
  return lines.flatMap((line) => {
    const [, indent = '', dash = '', key] = /^( *)(- )?(?:([\w.-]+):( |$))?/.exec(line) ?? [];
    const isInside = line.trim() === '' || indent.length > left || (indent.length === left && dash !== '');
    if (isInside && left < Number.POSITIVE_INFINITY) {
      return [];
    }
    const isCostless = key !== undefined && COSTLESS.has(key);
    left = isCostless ? indent.length + dash.length : Number.POSITIVE_INFINITY;
    return !isCostless ? [line] : dash === '' ? [] : [`${indent}- costless: true`];
  });
}
