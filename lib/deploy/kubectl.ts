import { complaintOf, type Ended, output, type ProgramProps, ran } from '../core/program';
import type { Manifest } from '../diff/manifest';

/**
 * Who owns what an apply says. It is what `kubectl apply --server-side` calls itself, so that this command and the
 * documented one may be used in turns without a conflict.
 */
export const FIELD_MANAGER = 'kubectl';

const APPLY = ['apply', '--server-side', `--field-manager=${FIELD_MANAGER}`, '--filename=-'];
const LEFT = /not found|the server doesn't have a resource type|no matches for kind/;

/** kubectl on one context, which is named in each call: what the user has chosen is neither used nor changed. */
export class Kubectl {
  public constructor(public readonly context: string) {}

  /** Runs a command, and tells how it ended. */
  public run(args: readonly string[], props: ProgramProps = {}): Promise<Ended> {
    return ran('kubectl', [`--context=${this.context}`, ...args], props);
  }

  /** Runs a command that must succeed, and gives its output. */
  public ok(args: readonly string[], props: ProgramProps = {}): Promise<string> {
    return output('kubectl', [`--context=${this.context}`, ...args], props);
  }

  /** The objects that a `get` finds, with who owns their fields; none if there are none. */
  public async list(...args: readonly string[]): Promise<readonly Manifest[]> {
    const text = await this.ok(['get', ...args, '--ignore-not-found', '--show-managed-fields', '--output=json']);
    const found =
      text === '' ? { items: [] } : (JSON.parse(text) as Manifest | { readonly items: readonly Manifest[] });
    return 'items' in found ? found.items : [found];
  }

  /** Applies objects as one file of them would be. */
  public async apply(objects: readonly Manifest[]): Promise<void> {
    if (objects.length > 0) {
      await this.ok(APPLY, { input: documentsOf(objects) });
    }
  }

  /** What an apply would change, by the server’s own word. Its exit code is above 1 where the server refuses. */
  public diff(objects: readonly Manifest[], more: readonly string[] = []): Promise<Ended> {
    const args = ['diff', '--server-side', `--field-manager=${FIELD_MANAGER}`, ...more, '--filename=-'];
    return this.run(args, { input: documentsOf(objects) });
  }

  /** Deletes an object and waits until it is gone, its pods first. */
  public async delete(object: Manifest): Promise<void> {
    const { code, stderr } = await this.run([
      'delete',
      kindName(object),
      ...placeOf(object),
      '--cascade=foreground',
      '--ignore-not-found',
    ]);
    if (code !== 0 && !LEFT.test(stderr)) {
      throw new Error(`kubectl could not delete ${titleOf(object)}:\n${complaintOf(stderr)}`);
    }
  }
}

/** An object as kubectl takes it by name: `deployment.v1.apps/orders`, whatever else is called so. */
export function kindName({ apiVersion, kind, metadata }: Manifest): string {
  const [version, group] = apiVersion.split('/').reverse();
  return `${kind.toLowerCase()}${group === undefined ? '' : `.${version}.${group}`}/${metadata.name}`;
}

/** The flag that names the namespace of an object. */
export function placeOf({ metadata }: Manifest): string[] {
  return metadata.namespace === undefined ? [] : [`--namespace=${metadata.namespace}`];
}

/** An object as people are told of it: `Deployment orders`. */
export function titleOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.name}`;
}

/** What tells an object from all others, whatever version of its kind is written. */
export function keyOf({ apiVersion, kind, metadata }: Manifest): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return [group, kind, metadata.namespace ?? '', metadata.name].join('/');
}

/** Objects as the documents of one file. */
export function documentsOf(objects: readonly Manifest[]): string {
  return objects.map((object) => JSON.stringify(object)).join('\n---\n');
}
