import type { AlbQuotas } from '../controllers';
import { groupBy } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import { type AlbMember, albAnnotation, albMembers } from '../rendered/alb-groups';
import type { IngressBackend, Rule } from '../rendered/rendered-object';

/** A quota, what AWS calls it (Service Quotas), and what is said of it beyond its number. */
const QUOTAS: ReadonlyArray<readonly [keyof AlbQuotas, string, string?]> = [
  ['rules', 'Rules per Application Load Balancer'],
  ['targetGroups', 'Target Groups per Application Load Balancer'],
  ['certificates', 'Certificates per Application Load Balancer', ' beside the default one'],
];

/**
 * What an ALB has more of than AWS gives one: the controller makes it up to the quota, and stops there for the whole
 * group. All Ingresses of a group are counted, whoever made them.
 */
export const albQuotas: Rule = (render) => {
  return [...groupBy(albMembers(render), ({ group }) => group)].flatMap(([id, members]) => {
    const counts = countsOf(members);
    // Those of a class beside ours have its stock quotas, and the ALB is the same.
    const most = (quota: keyof AlbQuotas) => Math.max(...members.map(({ quotas }) => quotas[quota]));
    return QUOTAS.filter(([quota]) => counts[quota] > most(quota)).map(([prop, name, beside = '']) =>
      sentence({
        prop,
        kind: 'ALB group',
        id,
        must: `be at most ${most(prop)}${beside}`,
        got: verbatim(`${counts[prop]}`),
        instead:
          `give some hosts a load balancer of their own, or have AWS raise "${name}" and write ` +
          `GatewayController.alb({ quotas: { ${prop}: ${counts[prop]} } })`,
      }),
    );
  });
};

function countsOf(members: readonly AlbMember[]): Required<AlbQuotas> {
  const redirects = members.some((member) => settingOf(member, 'sslRedirectPort', 'ssl-redirect').length > 0);
  const rules = members.map((member) => pathsOf(member).length * listenersOf(member, redirects));
  const certificates = new Set(members.flatMap(certificatesOf));
  return {
    rules: rules.reduce((sum, count) => sum + count, 0),
    targetGroups: new Set(members.flatMap(targetGroupsOf)).size,
    certificates: certificates.size - 1,
  };
}

function pathsOf({ ingress }: AlbMember): Array<IngressBackend | undefined> {
  return (ingress.spec?.rules ?? []).flatMap(({ http }) => (http?.paths ?? []).map(({ backend }) => backend));
}

/** Listeners that have the rules of an Ingress: one that only redirects has none (pkg/ingress/model_build_listener_rules.go). */
function listenersOf(member: AlbMember, redirects: boolean): number {
  const byDefault = certificatesOf(member).length > 0 ? '[{"HTTPS":443}]' : '[{"HTTP":80}]';
  const ports = albAnnotation(member.ingress, 'listen-ports') ?? byDefault;
  return [...ports.matchAll(redirects ? /"HTTPS"/g : /"HTTPS?"/g)].length;
}

/** A target group for each port of a Service in each Ingress, as (pkg/ingress/model_build_target_group.go) makes them. */
function targetGroupsOf(member: AlbMember): string[] {
  const backends = [member.ingress.spec?.defaultBackend, ...pathsOf(member)];
  return backends.flatMap((backend) => {
    const { name = '', port } = backend?.service ?? {};
    const action =
      port?.name === 'use-annotation' ? (albAnnotation(member.ingress, `actions.${name}`) ?? '') : undefined;
    const targets = action === undefined ? [`${name}:${port?.number ?? port?.name}`] : targetsOf(action);
    return backend?.service === undefined ? [] : targets.map((target) => `${member.id} ${target}`);
  });
}

/** Services with their ports in the text of an action; what else stands there is no target group of the controller's. */
function targetsOf(action: string): string[] {
  return [...action.matchAll(/"serviceName":\s*"([^"]+)",\s*"servicePort":\s*"?([^",}]+)/g)].map(
    ([, name, port]) => `${name}:${port}`,
  );
}

function certificatesOf(member: AlbMember): string[] {
  return settingOf(member, 'certificateArn', 'certificate-arn');
}

/** What the class of an Ingress says, or else its annotation. */
function settingOf({ ingress, params }: AlbMember, field: string, annotation: string): string[] {
  const ofClass = params.get(field);
  const values = ofClass === undefined ? albAnnotation(ingress, annotation)?.split(',') : [ofClass].flat().map(String);
  return (values ?? []).map((value) => value.trim()).filter((value) => value !== '');
}
