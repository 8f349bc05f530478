import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '../manifests';
import type { AcceptedFleet } from './judged-fleet';
import type { Kubectl } from './kubectl';

const APPLY = ['apply', '--server-side', '--validate=strict', '--dry-run=server', '-o', 'json', '-f', '-'];

/** Asks the API server whether it would take fleets, each field validated; nothing but their namespaces is made. */
export class DryRun {
  private readonly namespaces = new Set<string>();

  constructor(private readonly kubectl: Kubectl) {}

  /** What the server says against some fleets, warnings too, or what it would keep otherwise than it was declared. */
  async complaint(fleets: readonly AcceptedFleet[]): Promise<string | undefined> {
    if (fleets.length === 0) return undefined;
    const declared = fleets.flatMap(({ objects }) => objects);
    await this.makeNamespaces(declared.flatMap(({ metadata }) => metadata.namespace ?? []));
    const input = fleets.flatMap(({ files }) => files).join('\n---\n');
    const { code, stdout, stderr } = await this.kubectl.run(APPLY, { input, timeoutSeconds: 90 });
    if (code !== 0 || stderr !== '') return stderr.trim();
    return changed(declared, JSON.parse(stdout) as Kept | Manifest);
  }

  // An object in a namespace that is not there is refused, also in a dry run.
  private async makeNamespaces(names: readonly string[]): Promise<void> {
    const missing = [...new Set(names)].filter((name) => !this.namespaces.has(name));
    if (missing.length === 0) return;
    await this.kubectl.apply(...missing.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })));
    for (const name of missing) this.namespaces.add(name);
  }
}

interface Kept {
  readonly items: readonly Manifest[];
}

function changed(declared: readonly Manifest[], answer: Kept | Manifest): string | undefined {
  const kept = 'items' in answer ? (answer as Kept).items : [answer as Manifest];
  if (kept.length !== declared.length) return `${declared.length} objects were declared, ${kept.length} are kept`;
  const index = declared.findIndex((one, at) => !isDeepStrictEqual(textsOf(one), textsOf(kept[at])));
  return index < 0
    ? undefined
    : `declared ${JSON.stringify(textsOf(declared[index]))}, kept ${JSON.stringify(textsOf(kept[index]))}`;
}

/** The texts that a user wrote, which YAML could read as something else; defaults of the server are none of them. */
function textsOf(object: Manifest | undefined): unknown {
  const { kind, metadata, data } = object ?? {};
  const env = object?.spec?.template?.spec.containers.map((container) =>
    container.env?.map(({ name, value }) => [name, value ?? '']),
  );
  return { kind, name: metadata?.name, annotations: metadata?.annotations, data, env };
}
