import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LimitRange } from '../../imports/k8s';

/**
 * What a container has that says nothing of itself: a quota would else keep out whatever a team starts by hand, and a log
 * sidecar that somebody injects.
 */
export const CONTAINER_DEFAULTS = {
  requests: { cpu: '50m', memory: '64Mi', 'ephemeral-storage': '64Mi' },
  limits: { cpu: '500m', memory: '256Mi', 'ephemeral-storage': '256Mi' },
} as const;

/**
 * The LimitRange of a unit. It has no maximum: it would be that of the new tenants, and pods of before, which a lost node
 * or a rollback starts again, could be larger.
 */
export function renderLimitRange(scope: Construct, name: string): void {
  const { requests, limits } = CONTAINER_DEFAULTS;
  new ApiObject(scope, 'limit-range', {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name },
    spec: { limits: [{ type: 'Container', default: { ...limits }, defaultRequest: { ...requests } }] },
  } satisfies LimitRange);
}
