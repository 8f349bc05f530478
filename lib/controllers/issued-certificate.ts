import { ApiObject, type ApiObjectMetadata, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Certificate } from '../../imports/cert-manager';
import type { Tls } from '../route/tls';
import type { UnitRoutes } from '../route/unit-routes';

/**
 * Renders the Certificates of cert-manager for hosts of a unit: one a host, however many of its gateways, routes and
 * load balancers show it. Never by an annotation of an Ingress: the Certificate would be owned by the Ingress that was
 * there first, and go with it (cert-manager pkg/controller/certificate-shim/sync.go).
 */
export function renderIssuedCertificates({ scope, annotations, tls }: UnitRoutes, hosts: Iterable<string>): void {
  const unit = Chart.of(scope);
  for (const host of new Set(hosts)) {
    issuedCertificate(unit, host, tls(host), { annotations });
  }
}

/** The Certificate by which cert-manager gets the certificate of a host, once in its scope; none for another source. */
export function issuedCertificate(scope: Construct, host: string, tls: Tls, metadata: ApiObjectMetadata): void {
  const { source } = tls;
  const secretName = tls.secretName(host);
  if (source.feature !== 'tlsIssuer' || secretName === undefined) {
    return;
  }
  const { kind, issuer } = source;
  const id = `Certificate ${secretName} of ${kind} ${issuer}`;
  if (scope.node.tryFindChild(id) === undefined) {
    new ApiObject(scope, id, {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { ...metadata, name: secretName },
      spec: { secretName, dnsNames: [host], issuerRef: { group: 'cert-manager.io', kind, name: issuer } },
    } satisfies Certificate);
  }
}
