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
  ...['behavior', 'metrics', 'triggers', 'advanced', 'tolerations', 'volumeName', 'serviceAccountName'],
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
  const lines = costingLines(document).join('\n');
  const parsed: object = known.get(lines) ?? Object(parse(lines, { version: '1.1' }));
  known.set(lines, parsed);
  const metadata = { name: nameOf('name'), namespace: nameOf('namespace') };
  return [{ apiVersion: String(at(parsed, 'apiVersion')), kind: String(at(parsed, 'kind')), ...parsed, metadata }];
}

/** The lines without costless fields: from one of those on, what stands deeper is left out, and items of its list. */
function costingLines(document: string): string[] {
  const kept: string[] = [];
  let left = Number.POSITIVE_INFINITY;
  // Most lines are left out, so none is cut out of the text before it is known to stay.
  for (let at = 0, end = 0; at < document.length; at = end + 1) {
    end = document.indexOf('\n', at);
    end = end < 0 ? document.length : end;
    const first = firstOf(document, at);
    const isItem = document.startsWith('- ', first);
    const indent = first - at;
    const isInside = first === end || indent > left || (indent === left && isItem);
    if (isInside && left < Number.POSITIVE_INFINITY) {
      continue;
    }
    const start = isItem ? first + 2 : first;
    const isCostless = COSTLESS.has(document.slice(start, Math.max(start, document.indexOf(':', start))));
    left = isCostless ? start - at : Number.POSITIVE_INFINITY;
    if (!isCostless) {
      kept.push(document.slice(at, end));
    } else if (isItem) {
      kept.push(`${' '.repeat(indent)}- costless: true`);
    }
  }
  return kept;
}

const SPACE = 32;

/** Where the first word of a line is. */
function firstOf(document: string, at: number): number {
  let first = at;
  while (document.charCodeAt(first) === SPACE) {
    first += 1;
  }
  return first;
}
