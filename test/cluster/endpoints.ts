import type { Kubectl } from './kubectl';
import { podsNow } from './pod-watch';

interface Endpoint {
  readonly addresses: readonly string[];
  /** Unknown counts as ready, as it does for who sends requests. */
  readonly conditions?: { readonly ready?: boolean };
}

interface EndpointSlice {
  readonly metadata: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
  readonly endpoints?: readonly Endpoint[] | null;
}

/** Addresses under the name of a Service, or of the service account of a tenant's pods, with its namespace. */
export type Addresses = Readonly<Record<string, readonly string[]>>;

/** The addresses that each Service leads to, those of pods that are not ready left out. */
export async function serviceAddresses(kubectl: Kubectl): Promise<Addresses> {
  const { items } = await kubectl.get<{ items: EndpointSlice[] }>('endpointslices', '--all-namespaces');
  return byName(
    items.flatMap(({ metadata: { namespace, labels }, endpoints }) =>
      (endpoints ?? [])
        .filter(({ conditions }) => conditions?.ready !== false)
        .flatMap(({ addresses }) => addresses)
        .map((address) => [`${namespace}/${labels['kubernetes.io/service-name']}`, address] as const),
    ),
  );
}

/** The addresses that the pods of each tenant have. */
export async function tenantAddresses(kubectl: Kubectl): Promise<Addresses> {
  const pods = await podsNow(kubectl);
  return byName(
    pods.map(
      ({ metadata, spec, status }) =>
        [`${metadata.namespace}/${spec.serviceAccountName}`, status.podIP ?? 'no address'] as const,
    ),
  );
}

function byName(pairs: readonly (readonly [name: string, address: string])[]): Addresses {
  const addresses: Record<string, string[]> = {};
  for (const [name, address] of pairs) addresses[name] = [...(addresses[name] ?? []), address].sort();
  return addresses;
}
