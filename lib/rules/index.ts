import type { BreakableLaw, BreakablePodLaw } from '../rendered/deliberate';
import { deliberateOf } from '../rendered/deliberate';
import type { Render, RenderedObject, Rule } from '../rendered/rendered-object';
import { albOrders } from './alb-orders';
import { albPaths } from './alb-paths';
import { albQuotas } from './alb-quotas';
import { albRoutes } from './alb-routes';
import { albSettings } from './alb-settings';
import { broughtKeys } from './brought-keys';
import { canaryRoutes } from './canary-routes';
import { coordinationSchemas } from './coordination-schemas';
import { csiHandles } from './csi-handles';
import { csiSecrets } from './csi-secrets';
import { deliberateBreaches } from './deliberate-breaches';
import { knownFields } from './known-fields';
import { managementLogins } from './management-logins';
import { objectSizes } from './object-sizes';
import { oneBudget } from './one-budget';
import { oneScaler } from './one-scaler';
import { ownHosts } from './own-hosts';
import { ownNamespaces } from './own-namespaces';
import { ownPods } from './own-pods';
import { ownPorts } from './own-ports';
import { ownServices } from './own-services';
import { pinnedImages } from './pinned-images';
import { podSecurity } from './pod-security';
import { readableTexts } from './readable-texts';
import { secretBringers } from './secret-bringers';
import { separateProcesses } from './separate-processes';
import { servicePorts } from './service-ports';
import { timeToStop } from './time-to-stop';
import { uniqueObjects } from './unique-objects';
import { unitIds } from './unit-ids';
import { unitNamespaces } from './unit-namespaces';
import { validAmounts } from './valid-amounts';
import { validClaims } from './valid-claims';
import { validIngresses } from './valid-ingresses';
import { validNames } from './valid-names';
import { validPlaces } from './valid-places';
import { validPods } from './valid-pods';
import { validPolicies } from './valid-policies';
import { validProbes } from './valid-probes';
import { validScalers } from './valid-scalers';
import { validSelectors } from './valid-selectors';
import { validServices } from './valid-services';
import { validVariables } from './valid-variables';
import { validVolumes } from './valid-volumes';
import { validWorkloads } from './valid-workloads';

/**
 * Laws of what a fleet uses outside the cluster, or of what a node knows it by: they hold over all environments that share
 * a cluster, too.
 */
export const OUTSIDE_RULES: Readonly<Record<string, Rule>> = {
  'coordination-schemas': coordinationSchemas,
  'csi-handles': csiHandles,
};

/** Laws that hold but for the objects that say otherwise; those of pods alone ask for it themselves. */
const BREAKABLE: Readonly<Record<Exclude<BreakableLaw, BreakablePodLaw>, Rule>> = {
  'one-scaler': oneScaler,
  'own-hosts': ownHosts,
  'own-namespaces': ownNamespaces,
  'own-pods': ownPods,
  'own-ports': ownPorts,
  'own-services': ownServices,
  'pinned-images': pinnedImages,
  'time-to-stop': timeToStop,
};

/** The laws over the finished render, each in a file of its own. */
export const RULES: Readonly<Record<string, Rule>> = {
  'alb-orders': albOrders,
  'alb-paths': albPaths,
  'alb-quotas': albQuotas,
  'alb-routes': albRoutes,
  'alb-settings': albSettings,
  'brought-keys': broughtKeys,
  'canary-routes': canaryRoutes,
  ...OUTSIDE_RULES,
  'csi-secrets': csiSecrets,
  'deliberate-breaches': deliberateBreaches,
  'known-fields': knownFields,
  'management-logins': managementLogins,
  'object-sizes': objectSizes,
  'one-budget': oneBudget,
  'pod-security': podSecurity,
  'readable-texts': readableTexts,
  'secret-bringers': secretBringers,
  'separate-processes': separateProcesses,
  'service-ports': servicePorts,
  'unique-objects': uniqueObjects,
  'unit-ids': unitIds,
  'unit-namespaces': unitNamespaces,
  'valid-claims': validClaims,
  'valid-ingresses': validIngresses,
  'valid-amounts': validAmounts,
  'valid-names': validNames,
  'valid-places': validPlaces,
  'valid-pods': validPods,
  'valid-policies': validPolicies,
  'valid-probes': validProbes,
  'valid-scalers': validScalers,
  'valid-selectors': validSelectors,
  'valid-services': validServices,
  'valid-workloads': validWorkloads,
  'valid-variables': validVariables,
  'valid-volumes': validVolumes,
  ...Object.fromEntries(Object.entries(BREAKABLE).map(([law, rule]) => [law, unlessDeliberate(law, rule)])),
};

/** Those that break any law on purpose, looked for once for all laws. */
const DELIBERATE = new WeakMap<Render['objects'], readonly RenderedObject[]>();

function deliberateAmong(objects: Render['objects']): readonly RenderedObject[] {
  const all = DELIBERATE.get(objects) ?? objects.filter((one) => lawsOf(one).length > 0);
  DELIBERATE.set(objects, all);
  return all;
}

function lawsOf({ object }: RenderedObject): string[] {
  return deliberateOf(object.metadata.annotations);
}

/** The law without the objects that break it on purpose. */
function unlessDeliberate(law: string, rule: Rule): Rule {
  return (render) => {
    const meant = new Set(deliberateAmong(render.objects).filter((one) => lawsOf(one).includes(law)));
    return rule(meant.size === 0 ? render : { ...render, objects: render.objects.filter((one) => !meant.has(one)) });
  };
}
