import { ALB_PREFIX } from '../controllers';
import type { Manifest } from '../diff/manifest';
import type { Change } from './change';
import { textAt } from './read';
import { restingOfKind } from './resting-objects';

/** What one ALB has for all its Ingresses: the group, of which each is a load balancer, and the class that says it. */
export interface AlbOf {
  readonly group: string;
  readonly className: string | undefined;
}

/** The ALB that an Ingress is on; `undefined` if it is on none, or nothing shows on which. */
export function albOf(change: Change, side: 'before' | 'after', ingress: Manifest): AlbOf | undefined {
  const named = (kind: string, name: string | undefined) => {
    const isIt = (object: Manifest) => object.kind === kind && object.metadata.name === name;
    return name === undefined ? undefined : (change[side].find(isIt) ?? restingOfKind(change, kind).find(isIt));
  };
  const className = textAt(ingress, 'spec', 'ingressClassName');
  const ofClass = named('IngressClass', className);
  if (ingress.kind !== 'Ingress' || textAt(ofClass, 'spec', 'controller') !== 'ingress.k8s.aws/alb') {
    return undefined;
  }
  const params = named('IngressClassParams', textAt(ofClass, 'spec', 'parameters', 'name'));
  const { namespace, name } = ingress.metadata;
  const group =
    textAt(params, 'spec', 'group', 'name') ??
    textAt(ingress, 'metadata', 'annotations', `${ALB_PREFIX}/group.name`) ??
    `${namespace}/${name}`;
  return { group, className };
}
