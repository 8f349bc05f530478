import type { Draft } from './draft';
import { placeGateway } from './gateway';
import { placeIngress } from './ingress';

/** How the outside comes in: an Ingress, or the Gateway API from 4.6 on. */
export function placeEdge(draft: Draft): void {
  const { values } = draft;
  const byGateway = values.version === '4.6' && values.isOn('wso2.gatewayAPI.enabled');
  if (byGateway) {
    if (values.says('wso2.ingress.enabled') && values.isOn('wso2.ingress.enabled')) {
      draft.lacks('wso2.ingress.enabled', 'alone it does nothing in 4.6: gatewayAPI.enabled is on by default and wins');
    }
    placeGateway(draft);
  } else if (values.isOn('wso2.ingress.enabled')) {
    placeIngress(draft);
  }
  if (values.isOn('wso2.ingress.metrics')) {
    draft.lacks(
      'wso2.ingress.metrics',
      byGateway
        ? 'without effect while wso2.gatewayAPI.enabled is on'
        : 'its presence alone shows /healthz to everybody; here the kubelet asks it inside the cluster, and Route.management shows tenant.metrics to a few',
    );
  }
}
