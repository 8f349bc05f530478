import { Tls } from '../lib/tls';

test('a certificate in a Secret is named by it', () => {
  expect(Tls.secret('wso2-com-tls').secretName).toBe('wso2-com-tls');
});

test('the certificate of the controller has no Secret', () => {
  expect(Tls.controllerDefault().secretName).toBeUndefined();
});

test.each(['', 'WSO2', 'wso2_com', 'tls/wso2'])('a Secret that cannot be, %j, is refused', (name) => {
  expect(() => Tls.secret(name)).toThrow(
    new Error(`name of TLS secret "${name}" must name a Secret of Kubernetes, got "${name}"`),
  );
});
