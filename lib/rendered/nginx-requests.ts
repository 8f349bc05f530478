import type { Ingress } from '../../imports/k8s';
import { ANY_HOST } from '../route/settings';
import type { AsWritten } from './rendered-object';

const PREFIX = 'nginx.ingress.kubernetes.io/';

/**
 * Host and path, as they are written, of each request that an Ingress of ingress-nginx takes. Its webhook lets no second
 * Ingress have one of them, whatever its namespace (internal/ingress/controller/controller.go, checkOverlap); a canary is
 * meant to. Nothing of an Ingress of another controller.
 */
export function nginxRequests(object: { readonly kind: string }): string[] {
  // Of a file or a cluster, so that any field may be missing.
  const { metadata = {}, spec = {} }: AsWritten<Pick<Ingress, 'metadata' | 'spec'>> = Object(object);
  const { rules = [], ingressClassName } = spec;
  const { annotations = {} } = metadata;
  const isNginx = ingressClassName === 'nginx' || Object.keys(annotations).some((key) => key.startsWith(PREFIX));
  const isAlone = object.kind === 'Ingress' && isNginx && annotations[`${PREFIX}canary`] !== 'true';
  return (isAlone ? rules : []).flatMap(({ host = ANY_HOST, http: { paths = [] } = {} }) =>
    paths.map(({ path = '/' }) => `${host}${path}`),
  );
}
