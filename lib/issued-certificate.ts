import { ApiObject, Chart } from 'cdk8s';
import type { Gateway } from './gateway';

/**
 * Renders the Certificate by which cert-manager gets the certificate of a host, for a controller whose objects it does
 * not read (doc.traefik.io/traefik/user-guides/cert-manager). One a unit, however many of its gateways show the host.
 */
export function renderIssuedCertificate({ scope, annotations, tls }: Gateway, host: string): void {
  const { source } = tls(host);
  const secretName = tls(host).secretName(host);
  if (source.feature !== 'tlsIssuer' || secretName === undefined) {
    return;
  }
  const { kind, issuer } = source;
  const unit = Chart.of(scope);
  const id = `Certificate ${secretName} of ${kind} ${issuer}`;
  if (unit.node.tryFindChild(id) === undefined) {
    new ApiObject(unit, id, {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: secretName, annotations },
      ...{ spec: { secretName, dnsNames: [host], issuerRef: { group: 'cert-manager.io', kind, name: issuer } } },
    });
  }
}
