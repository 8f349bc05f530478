import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { PersistentVolumeClaim, Quantity, Service } from '../../imports/k8s';
import { quantity } from '../core/quantity';
import { NOTHING, type OwnedNeed } from './quota';

/** What claims below a unit ask for, whoever wrote them. */
export function claimNeeds(unit: IConstruct): OwnedNeed[] {
  return objectsOf(unit, 'PersistentVolumeClaim').map((claim) => {
    const { spec }: PersistentVolumeClaim = claim.toJson();
    return {
      ...NOTHING,
      of: claim.node.path,
      claims: 1,
      storage: Math.ceil(quantity(spec?.resources?.requests?.storage ?? 0) / 2 ** 20),
    };
  });
}

/**
 * Objects that may be in the namespace of a unit beside pods and claims. A load balancer of the cloud costs money and
 * opens a door, so there may be twice as many as are rendered and two, since a quota that grows in an apply holds a
 * moment later. The others keep the database of the cluster from being filled for everybody: far beyond what tenants
 * need, since old configurations stay.
 */
export function countsOf(unit: IConstruct): Record<string, Quantity> {
  const services = objectsOf(unit, 'Service').map((service): Service => service.toJson());
  const balancers = services.filter(({ spec }) => spec?.type === 'LoadBalancer').length;
  return { 'services.loadbalancers': `${2 * balancers + 2}`, ...FAR_BEYOND };
}

const FAR_BEYOND: Readonly<Record<string, Quantity>> = {
  'count/configmaps': '2k',
  'count/jobs.batch': '500',
  'count/secrets': '2k',
  'count/services': '500',
};

function objectsOf(unit: IConstruct, kind: string): ApiObject[] {
  return unit.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .filter((object) => object.kind === kind);
}
