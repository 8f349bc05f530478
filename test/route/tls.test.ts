import { Tls } from '../../lib/route/tls';
import { errorOf } from '../manifests';

const facts = (tls: Tls, host = 'shop.example.com') => ({
  feature: tls.feature,
  secretName: tls.secretName(host),
});
const ARN = 'arn:aws:acm:eu-central-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';

test('a certificate in a Secret is named by it, for every host', () => {
  const tls = Tls.secret('wso2-com-tls');
  expect(facts(tls)).toEqual({
    feature: 'tlsSecret',
    secretName: 'wso2-com-tls',
  });
  expect(tls.secretName('other.example.com')).toBe('wso2-com-tls');
});

test('a certificate of a ClusterIssuer is in a Secret named by the host', () => {
  expect(facts(Tls.clusterIssuer('letsencrypt'))).toEqual({
    feature: 'tlsIssuer',
    secretName: 'shop.example.com-tls',
  });
});

test('a certificate of an Issuer is in a Secret named by the host, of a domain too', () => {
  expect(facts(Tls.issuer('own'), '*.example.com')).toEqual({
    feature: 'tlsIssuer',
    secretName: 'wildcard.example.com-tls',
  });
});

test('a certificate of AWS is in no Secret', () => {
  const tls = Tls.acm(ARN);
  expect(facts(tls)).toEqual({
    feature: 'tlsAcm',
    secretName: undefined,
  });
  expect(tls.source).toEqual({ feature: 'tlsAcm', arn: ARN });
});

test('the certificate of the controller has no Secret', () => {
  expect(facts(Tls.controllerDefault())).toEqual({
    feature: 'tlsDefault',
    secretName: undefined,
  });
});

test.each(['', 'WSO2', 'wso2_com', 'tls/wso2'])('fails when a name is %j, which nothing in Kubernetes has', (name) => {
  expect([Tls.secret, Tls.issuer, Tls.clusterIssuer].map((factory) => errorOf(() => factory(name)))).toEqual([
    `name of TLS secret "${name}" must name a Secret of Kubernetes, got "${name}"`,
    `name of issuer "${name}" must name an Issuer of cert-manager, got "${name}"`,
    `name of cluster issuer "${name}" must name a ClusterIssuer of cert-manager, got "${name}"`,
  ]);
});

test.each([
  'arn:aws:iam::111122223333:server-certificate/x',
  'arn:aws:acm:eu-central-1:1:certificate/x',
  'arn:x',
] as const)('fails when %s is no certificate of AWS', (arn) => {
  expect(errorOf(() => Tls.acm(arn))).toBe(
    `arn of TLS certificate "${arn}" must be the ARN of a certificate, ` +
      `such as "arn:aws:acm:eu-central-1:111122223333:certificate/…", got "${arn}"`,
  );
});

test.each([
  'arn:aws-cn:acm:cn-north-1:111122223333:certificate/x',
  'arn:aws-us-gov:acm:us-gov-west-1:111122223333:certificate/x',
] as const)('%s is a certificate of another partition', (arn) => expect(Tls.acm(arn).feature).toBe('tlsAcm'));
