import type { IConstruct } from 'constructs';
import { GatewayIngress } from '../../gateway/gateway-ingress';
import { LoadBalancer } from '../../gateway/load-balancer';
import { type KubernetesObject, templateOf } from '../../rendered/rendered-object';
import type { Template } from './template';

/** What may stand before and after a host of its own: nothing that could be a part of a longer name. */
const [BEFORE, AFTER] = ['(?<![\\w.*-])', '(?![\\w-]|\\.\\w)'];

/** Keys whose texts name objects: they stay, whatever their tenant is asked by. */
const NAMES: readonly string[] = ['name', 'secretName', 'sectionName'];

/** The hosts of a fleet that may be changed when a chart is installed: whole ones, since what a domain leaves to others is known at the synth. */
export function hostsIn(root: IConstruct): string[] {
  const all = root.node.findAll();
  const served = all.filter(GatewayIngress.isGatewayIngress).flatMap(({ routes }) => routes.map(({ host }) => host));
  const shared = all.filter(LoadBalancer.isLoadBalancer).flatMap(({ edge }) => edge.hosts().map(({ host }) => host));
  return [...new Set([...served, ...shared])].filter((host) => !host.startsWith('*')).sort();
}

/** Puts places for hosts into the template of an object that leads requests; gives the hosts that it is for. */
export function placeHosts(template: Template, object: KubernetesObject, hosts: readonly string[]): string[] {
  if (templateOf(object) !== undefined || object.data !== undefined || hosts.length === 0) {
    return [];
  }
  const found = new Set<string>();
  const any = new RegExp(`${BEFORE}(?:${hosts.map((host) => host.replaceAll('.', '\\.')).join('|')})${AFTER}`, 'g');
  template.change((leaf, keys) =>
    typeof leaf !== 'string' || NAMES.includes(keys.at(-1) ?? '')
      ? leaf
      : leaf.replace(any, (host) => {
          found.add(host);
          return template.text(`index .Values.hosts ${JSON.stringify(host)}`);
        }),
  );
  return [...found];
}
