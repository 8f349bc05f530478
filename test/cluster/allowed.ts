import type { Kubectl } from './kubectl';

const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];
/** Verbs that let somebody become more than he is. */
const RISING = ['bind', 'escalate', 'impersonate'];

interface Known {
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespaced: boolean;
}

/** Which verbs a member of a group may use on what, of all that the server knows: `patch deployments.apps/scale`; and of how many. */
export async function allowedOf(
  kubectl: Kubectl,
  group: string,
  namespace: string,
): Promise<{ readonly allowed: string[]; readonly asked: number }> {
  const known = await knownTo(kubectl);
  const deeds = known.flatMap((what) => [...VERBS, ...RISING].map((verb) => ({ verb, ...what })));
  const items = deeds.map(({ namespaced, ...what }) => ({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: { user: 'jane', groups: [group], resourceAttributes: { ...what, namespace: namespaced ? namespace : '' } },
  }));
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  const output = 'jsonpath={.status.allowed}{"\\n"}';
  const told = await kubectl.ok(['create', '--validate=false', '-f', '-', '-o', output], { input });
  const answers = told.trim().split('\n');
  if (answers.length !== deeds.length)
    throw new Error(`each of ${deeds.length} must be answered, got ${answers.length}`);
  const allowed = deeds.filter((_, index) => answers[index] === 'true');
  return { allowed: allowed.map(({ verb, ...what }) => `${verb} ${nameOf(what)}`), asked: deeds.length };
}

function nameOf({ group, resource, subresource }: Known): string {
  return [group === '' ? resource : `${resource}.${group}`, subresource].filter((part) => part !== '').join('/');
}

async function knownTo(kubectl: Kubectl): Promise<Known[]> {
  const { groups } = await raw<{
    readonly groups: ReadonlyArray<{
      readonly name: string;
      readonly preferredVersion: { readonly groupVersion: string };
    }>;
  }>(kubectl, '/apis');
  const lists = await Promise.all(
    [
      { name: '', path: '/api/v1' },
      ...groups.map(({ name, preferredVersion: { groupVersion } }) => ({ name, path: `/apis/${groupVersion}` })),
    ].map(async ({ name: group, path }) => {
      const { resources } = await raw<{
        readonly resources: ReadonlyArray<{ readonly name: string; readonly namespaced: boolean }>;
      }>(kubectl, path);
      return resources.map(({ name, namespaced }) => {
        const [resource = '', subresource = ''] = name.split('/');
        return { group, resource, subresource, namespaced };
      });
    }),
  );
  return lists.flat();
}

async function raw<T>(kubectl: Kubectl, path: string): Promise<T> {
  return JSON.parse(await kubectl.ok(['get', '--raw', path])) as T;
}
