import type { ReviewRule } from '../rule';
import { alerts } from './alerts';
import { arrivals } from './arrivals';
import { attachedFiles } from './attached-files';
import { autoscalerLeaves } from './autoscaler-leaves';
import { baseImage } from './base-image';
import { coordination } from './coordination';
import { cost } from './cost';
import { daemonSets } from './daemon-sets';
import { data } from './data';
import { dip } from './dip';
import { downtime } from './downtime';
import { earlyRoutes } from './early-routes';
import { edgeWaits } from './edge-waits';
import { hosts } from './hosts';
import { ingressOverlap } from './ingress-overlap';
import { loadBalancers } from './load-balancers';
import { lostSecret } from './lost-secret';
import { movedPorts } from './moved-ports';
import { movingImages } from './moving-images';
import { network } from './network';
import { orphans } from './orphans';
import { pods } from './pods';
import { ports } from './ports';
import { quota } from './quota';
import { refused } from './refused';
import { release } from './release';
import { restart } from './restart';
import { rights } from './rights';
import { routeSettings } from './route-settings';
import { secrets } from './secrets';
import { serviceAccounts } from './service-accounts';
import { shorterDrain } from './shorter-drain';
import { traefikOverlap } from './traefik-overlap';
import { twoGenerations } from './two-generations';
import { weakerProbes } from './weaker-probes';

/** Every rule under the name of its file, in the order in which findings of one severity are told. */
export const REVIEW_RULES = {
  refused,
  'ingress-overlap': ingressOverlap,
  'traefik-overlap': traefikOverlap,
  quota,
  data,
  'lost-secret': lostSecret,
  'two-generations': twoGenerations,
  coordination,
  dip,
  'autoscaler-leaves': autoscalerLeaves,
  downtime,
  'daemon-sets': daemonSets,
  'moved-ports': movedPorts,
  'early-routes': earlyRoutes,
  'base-image': baseImage,
  restart,
  release,
  orphans,
  hosts,
  'load-balancers': loadBalancers,
  'route-settings': routeSettings,
  network,
  ports,
  rights,
  'service-accounts': serviceAccounts,
  secrets,
  pods,
  'weaker-probes': weakerProbes,
  'shorter-drain': shorterDrain,
  'edge-waits': edgeWaits,
  'moving-images': movingImages,
  alerts,
  arrivals,
  cost,
  'attached-files': attachedFiles,
} as const satisfies Readonly<Record<string, ReviewRule>>;
