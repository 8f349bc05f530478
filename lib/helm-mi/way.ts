import { type Code, call, Fields, fields, name } from './code';
import type { Draft } from './draft';

const MANAGEMENT =
  'The chart shows /management to everybody on this host. Here it needs a host of its own, addresses and a login: ' +
  "Route.management('admin.example.com', { to: tenant.management, from: ['10.0.0.0/8'] }), config.managementLogin.";

/** A load balancer and the routes on it. */
export interface Way {
  readonly controller: Code;
  /** Id of the load balancer. */
  readonly id: string;
  readonly tls?: Code;
  readonly plainHttp?: string;
  /** The port that requests go to. */
  readonly to: string;
  /**
   * The port where no host is named.
   *
   * @default 'http'
   */
  readonly anyHostTo?: string;
  readonly settings?: Fields;
  readonly notes: readonly string[];
  readonly routeNotes: readonly string[];
}

/** Writes both, before and after the tenant. */
export function place(
  draft: Draft,
  { controller, id, tls, plainHttp, to, anyHostTo = 'http', settings, notes, routeNotes }: Way,
): void {
  const { values, about } = draft;
  const host = values.text('wso2.deployment.hostname');
  const isNamed = host.includes('.');
  const shown = isNamed ? host : '*';
  draft.before.push({
    notes,
    name: 'edge',
    code: call(
      'new LoadBalancer',
      name('fleet'),
      id,
      fields({
        controller,
        hosts: fields({ [shown]: about.namespace }),
        tls: tls === undefined || !isNamed ? undefined : fields({ [host]: tls }),
        plainHttp,
      }),
    ),
  });
  // What takes requests of every host has no name that the certificate of a pod could be for.
  const port = name(`tenant.${isNamed ? to : anyHostTo}`);
  const route = isNamed
    ? call('Route.http', host, new Fields([{ key: 'to', value: port, notes: [] }, ...(settings?.fields ?? [])]))
    : call('Route.defaultBackend', port);
  draft.after.unshift({
    notes: [
      ...routeNotes,
      MANAGEMENT,
      ...(isNamed ? [] : ['The values name no host, so requests of every host come here.']),
    ],
    name: 'wayIn',
    code: call(
      'new GatewayIngress',
      name('unit'),
      `${about.tenant}-routes`,
      fields({ via: name('edge'), routes: [route] }),
    ),
  });
}
