import { ALB_PREFIX, type AlbQuotas, albQuotas } from '../controllers';
import { ofKind } from './of-kind';
import { idOf, type KubernetesObject, type Render } from './rendered-object';

/** An Ingress that the AWS Load Balancer Controller makes rules of an ALB from. */
export interface AlbMember {
  /** Namespace and name, as messages show it. */
  readonly id: string;
  /** The group, one ALB each; that of an Ingress without one is its own. */
  readonly group: string;
  /** The Ingress. */
  readonly ingress: KubernetesObject;
  /** What its IngressClass says for all of its Ingresses, by field. */
  readonly params: ReadonlyMap<string, unknown>;
  /** How much its ALB may have. */
  readonly quotas: Required<AlbQuotas>;
}

/** The Ingresses of all ALBs in a render, those beside ours too. */
export function albMembers({ objects }: Render): AlbMember[] {
  const byName = (kind: string) => new Map(ofKind(objects, kind).map(({ object }) => [object.metadata.name, object]));
  const classes = byName('IngressClass');
  const paramsOfAll = byName('IngressClassParams');
  return ofKind(objects, 'Ingress').flatMap(({ object: ingress }) => {
    const ofClass = classes.get(ingress.spec?.ingressClassName ?? '');
    const params = paramsOfAll.get(ofClass?.spec?.parameters?.name ?? '');
    return isAlb(ingress, ofClass) ? [memberOf(ingress, params)] : [];
  });
}

/** An annotation of the controller; `undefined` if it is not there. */
export function albAnnotation({ metadata }: KubernetesObject, name: string): string | undefined {
  const value = metadata.annotations?.[`${ALB_PREFIX}/${name}`];
  return value === undefined ? undefined : String(value);
}

/** A class that is not in the render may be the one of the controller's own chart. */
function isAlb({ metadata }: KubernetesObject, ofClass: KubernetesObject | undefined): boolean {
  const annotations = metadata.annotations ?? {};
  return ofClass === undefined
    ? annotations['kubernetes.io/ingress.class'] === 'alb' ||
        Object.keys(annotations).some((name) => name.startsWith(`${ALB_PREFIX}/`))
    : ofClass.spec?.controller === 'ingress.k8s.aws/alb';
}

function memberOf(ingress: KubernetesObject, ofClass: KubernetesObject | undefined): AlbMember {
  const id = idOf(ingress);
  const params = new Map<string, unknown>(Object.entries(ofClass?.spec ?? {}));
  const group = params.get('group');
  const named = typeof group === 'object' && group !== null && 'name' in group ? String(group.name) : undefined;
  const quotas = albQuotas(ofClass?.metadata.annotations);
  return { id, group: named ?? albAnnotation(ingress, 'group.name') ?? id, ingress, params, quotas };
}
