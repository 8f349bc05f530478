import { call, fields } from './code';
import type { Draft } from './draft';
import { place } from './way';

/** A Gateway of Envoy, as 4.6 of the chart makes one. */
export function placeGateway(draft: Draft): void {
  const { values, about } = draft;
  const path = 'wso2.gatewayAPI';
  const [gatewayClass, gateway] = ['gatewayClassName', 'gatewayName'].map((key) => values.text(`${path}.${key}`));
  const namespace = values.text(`${path}.gatewayNamespace`) || 'default';
  const secret = values.text(`${path}.tlsSecret`);
  const backend = values.isOn(`${path}.backendTLS.enabled`);
  const creates = values.isOn(`${path}.createGateway`);
  const limit = rateLimitOf(draft);
  if (backend) {
    const ca = values.text(`${path}.backendTLS.caCertConfigMap`);
    const serverName = values.text(`${path}.backendTLS.hostname`) || 'localhost';
    draft.set(
      'tls',
      call(
        'Keystore.ofImage',
        fields({
          ca: ca === '' ? `${about.tenant}-backend-ca` : ca,
          serverName: serverName === 'localhost' ? undefined : serverName,
        }),
      ),
      ...(ca === ''
        ? [
            `The chart brings a copy of the stock certificate; put that of your image into ConfigMap ${about.tenant}-backend-ca as ca.crt.`,
          ]
        : []),
    );
  }
  const implementation = limit === undefined ? {} : { implementation: 'envoy-gateway' };
  const shared = secret === '' ? `${about.tenant}-gateway-tls` : secret;
  place(draft, {
    id: gateway || 'gateway',
    controller: creates
      ? call(
          'GatewayController.gatewayApi',
          fields({
            gatewayClass,
            namespace,
            // Requests of every host are shown one certificate.
            defaultCertificate: values.text('wso2.deployment.hostname').includes('.') ? undefined : shared,
            ...implementation,
          }),
        )
      : call('GatewayController.gatewayApi', fields({ existing: gateway, namespace, ...implementation })),
    tls: creates ? call('Tls.secret', shared) : undefined,
    plainHttp: creates ? (values.isOn(`${path}.httpListener.enabled`) ? 'serve' : undefined) : 'redirect',
    to: backend ? 'https' : 'http',
    settings: limit === undefined ? undefined : fields({ rateLimit: limit }),
    notes: creates
      ? [
          secret === ''
            ? `The chart makes a self-signed certificate anew at each render. Put one into Secret ${shared} of namespace ${namespace}, or write Tls.clusterIssuer(…).`
            : `Secret ${secret} has to be in namespace ${namespace}, beside the Gateway.`,
        ]
      : ['Whoever keeps the Gateway shows its certificates and lets this namespace in.'],
    routeNotes: [
      ...(backend
        ? []
        : ['Without backendTLS the chart sends plain HTTP to 8253, where TLS is spoken; 8290 is the port for that.']),
      ...(limit === undefined
        ? []
        : ['The chart bounds all clients of a proxy together; here each client address has the bound.']),
    ],
  });
}

function rateLimitOf({ values }: Draft): number | undefined {
  const path = 'wso2.gatewayAPI.ratelimit';
  const applies = values.isOn(`${path}.enabled`) && values.text('wso2.gatewayAPI.gatewayClassName') === 'envoy';
  return applies ? values.number(`${path}.requestsPerSecond`) : undefined;
}
