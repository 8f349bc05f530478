import type { Fleet } from '../../../lib';
import type { Manifest } from '../../manifests';
import { objectsOf } from '../tenants/manifests';
import { CERTIFICATE, HOST, ISSUER } from './fleet';

/** An Ingress that was rendered, as far as the hosts go that it is split by. */
interface RenderedIngress extends Manifest {
  readonly spec: Manifest['spec'] & {
    readonly rules: readonly { readonly host: string }[];
    readonly tls: readonly { readonly secretName: string }[];
  };
}

const SHARED = 'routes-nginx';

/** What earlier renders named the Ingress of the routes whose host an issuer certifies. */
export const OF_ISSUER = `${SHARED}-clusterissuer-${ISSUER}`;

/** What earlier renders made of a fleet: no Certificate, but an annotation of each Ingress that shows the host. */
export function earlier(fleet: Fleet): Manifest[] {
  return objectsOf(fleet).flatMap((object) => {
    if (object.kind === 'Certificate') return [];
    if (object.kind !== 'Ingress') return [object];
    const ingress = object as RenderedIngress;
    if (ingress.metadata.name !== SHARED) return [annotated(ingress)];
    const others = only(ingress, ({ host }) => host !== HOST);
    return [others, annotated(only({ ...ingress, metadata: { ...ingress.metadata, name: OF_ISSUER } }, isCertified))];
  });
}

const isCertified = ({ host }: { readonly host: string }) => host === HOST;

function only(ingress: RenderedIngress, wanted: (rule: { readonly host: string }) => boolean): RenderedIngress {
  const rules = ingress.spec.rules.filter(wanted);
  const tls = ingress.spec.tls.filter(({ secretName }) => rules.some(isCertified) === (secretName === CERTIFICATE));
  return { ...ingress, spec: { ...ingress.spec, rules, tls } };
}

function annotated(ingress: RenderedIngress): RenderedIngress {
  const annotations = { ...ingress.metadata.annotations, 'cert-manager.io/cluster-issuer': ISSUER };
  return { ...ingress, metadata: { ...ingress.metadata, annotations } };
}
