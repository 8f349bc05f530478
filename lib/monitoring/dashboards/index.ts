import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ConfigMap } from '../../../imports/k8s';
import { attach, markedJson } from '../../core/attachment';
import { namingSuffixOf } from '../../core/context';
import { freeId } from '../../core/free-id';
import { MANAGED_BY } from '../../core/managed-by';
import type { Monitoring } from '../monitoring';
import { FLEET_DASHBOARD } from './fleet-dashboard';
import { dashboardModel } from './panel';
import { TENANT_DASHBOARD } from './tenant-dashboard';

/** The dashboards of every fleet, by the names of their files. */
export const DASHBOARDS = { 'mi-fleet': FLEET_DASHBOARD, 'mi-tenant': TENANT_DASHBOARD } as const;

/** What stands first in a dashboard that Grafana's sidecar brings. */
const ABOUT = `Tenants of ${MANAGED_BY}. Changes made here are lost with the next apply.`;

/** The dashboards as files of the render and, where it is wished, as ConfigMaps for Grafana's sidecar. */
export function renderDashboards(fleet: Construct, { dashboardsIn }: Monitoring): void {
  const scope =
    dashboardsIn === undefined
      ? fleet
      : new Chart(fleet, freeId(fleet, 'chart', 'dashboards'), {
          namespace: dashboardsIn,
          labels: { 'app.kubernetes.io/managed-by': MANAGED_BY },
        });
  for (const [name, parts] of Object.entries(DASHBOARDS)) {
    const json = (description: string) => dashboardModel({ ...parts, description });
    attach(scope, { name: `dashboards/${name}.json`, text: (mark) => markedJson(json(mark), mark) });
    if (dashboardsIn !== undefined) {
      new ApiObject(scope, name, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: `${name}${namingSuffixOf(fleet)}`, labels: { grafana_dashboard: '1' } },
        data: { [`${name}.json`]: `${JSON.stringify(json(ABOUT), undefined, 2)}\n` },
      } satisfies ConfigMap);
    }
  }
}
