import { GatewayController, GatewayIngress, LoadBalancer, Route, Tls } from '../../lib';
import { errorOf, ofKind } from '../manifests';
import { traefikUnit } from './traefik/fleets';

const certificatesOf = (tls: Tls) => {
  const { unit } = traefikUnit(({ http }) => [Route.http('*.example.com', { to: http })], {
    tls: { '*.example.com': tls },
  });
  return ofKind(unit, 'Certificate');
};

test.each([
  ['ClusterIssuer', Tls.clusterIssuer('letsencrypt')],
  ['Issuer', Tls.issuer('letsencrypt')],
])('a certificate of cert-manager is asked for by a Certificate of the unit (%s)', (kind, tls) => {
  expect(certificatesOf(tls)).toEqual([
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: {
        name: 'wildcard.example.com-tls',
        namespace: 'retail',
        labels: {
          'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
          'app.kubernetes.io/part-of': 'retail',
          'cdk8s-wso2-mi/unit': 'retail',
        },
        annotations: { 'cdk8s-wso2-mi/contact': 'integration@example.com' },
      },
      spec: {
        secretName: 'wildcard.example.com-tls',
        dnsNames: ['*.example.com'],
        issuerRef: { group: 'cert-manager.io', kind, name: 'letsencrypt' },
      },
    },
  ]);
});

test.each([Tls.secret('shop-tls'), Tls.controllerDefault()])('one that is there already is not asked for', (tls) => {
  expect(certificatesOf(tls)).toEqual([]);
});

test('a host that a unit shows twice has one Certificate', () => {
  const tls = { 'shop.example.com': Tls.issuer('letsencrypt') };
  const { fleet, unit, tenant } = traefikUnit(({ http }) => [Route.http('shop.example.com', { to: http })], { tls });
  const hosts = { 'shop.example.com': 'retail' };
  const via = new LoadBalancer(fleet, 'inside', { controller: GatewayController.nginx(), hosts, tls });
  new GatewayIngress(unit, 'more', { via, routes: [Route.http('shop.example.com', { to: tenant.http })] });
  expect(errorOf(() => fleet.render())).toBe('');
  expect(ofKind(unit, 'Certificate')).toHaveLength(1);
});
