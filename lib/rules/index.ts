import type { Rule } from '../rendered-object';
import { albOrders } from './alb-orders';
import { albPaths } from './alb-paths';
import { albRoutes } from './alb-routes';
import { albSettings } from './alb-settings';
import { coordinationSchemas } from './coordination-schemas';
import { csiHandles } from './csi-handles';
import { readableTexts } from './readable-texts';
import { secretBringers } from './secret-bringers';
import { separateProcesses } from './separate-processes';
import { uniqueObjects } from './unique-objects';
import { unitIds } from './unit-ids';
import { unitNamespaces } from './unit-namespaces';
import { validNames } from './valid-names';

/**
 * Laws of what a fleet uses outside the cluster, or of what a node knows it by: they hold over all environments that share
 * a cluster, too.
 */
export const OUTSIDE_RULES: Readonly<Record<string, Rule>> = {
  'coordination-schemas': coordinationSchemas,
  'csi-handles': csiHandles,
};

/** The laws over the finished render, each in a file of its own. */
export const RULES: Readonly<Record<string, Rule>> = {
  'alb-orders': albOrders,
  'alb-paths': albPaths,
  'alb-routes': albRoutes,
  'alb-settings': albSettings,
  ...OUTSIDE_RULES,
  'readable-texts': readableTexts,
  'secret-bringers': secretBringers,
  'separate-processes': separateProcesses,
  'unique-objects': uniqueObjects,
  'unit-ids': unitIds,
  'unit-namespaces': unitNamespaces,
  'valid-names': validNames,
};
