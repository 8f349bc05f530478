import { parseAllDocuments } from 'yaml';
import { isRecord } from '../../lib/core/record';
import type { Manifest } from '../manifests';
import type { Kubectl } from './kubectl';

const APPLY = ['apply', '--server-side', '--dry-run=server', '-o', 'json', '-f', '-'];

/**
 * Where an API server would keep something else than files declare, by object and path: another value, an amount in other
 * words, or a field that it adds inside a list. A list may be atomic, and whoever compares it as a whole, as Argo CD does,
 * would find a difference for ever. Their namespaces must be there.
 */
export async function unlikeKept(kubectl: Kubectl, files: readonly string[]): Promise<string[]> {
  const declared = files.flatMap((text) => parseAllDocuments(text).map((one) => one.toJS() as Manifest | null));
  const objects = declared.flatMap((one) => one ?? []);
  const answer = JSON.parse(await kubectl.ok(APPLY, { input: JSON.stringify(listOf(objects)), timeoutSeconds: 90 }));
  const kept: readonly Manifest[] = answer.kind === 'List' ? answer.items : [answer];
  return objects.flatMap((object, index) => {
    const { kind, metadata } = object;
    const { metadata: own, status: _, ...rest } = kept[index] ?? object;
    const { labels, annotations } = metadata;
    const [left, right] = [
      { ...object, metadata: { labels, annotations } },
      { ...rest, metadata: own },
    ];
    return differences(left, right, false).map((line) => `${kind} ${metadata.name}${line}`);
  });
}

function listOf(items: readonly Manifest[]): object {
  return { apiVersion: 'v1', kind: 'List', items };
}

function differences(declared: unknown, kept: unknown, inList: boolean): string[] {
  if (Array.isArray(declared) && Array.isArray(kept) && declared.length === kept.length) {
    return declared.flatMap((one, index) => differences(one, kept[index], true).map((line) => `[${index}]${line}`));
  }
  if (isRecord(declared) && isRecord(kept)) {
    const added = inList ? Object.keys(kept).filter((key) => declared[key] === undefined) : [];
    return [
      ...added.map((key) => `.${key} is added: ${JSON.stringify(kept[key])}`),
      ...Object.entries(declared)
        .filter(([, value]) => value !== undefined)
        .flatMap(([key, value]) => differences(value, kept[key], inList).map((line) => `.${key}${line}`)),
    ];
  }
  return Object.is(declared, kept) ? [] : [`: ${JSON.stringify(declared)} is kept as ${JSON.stringify(kept)}`];
}
