import { describeOnNode } from './node-suite';
import { describeAtHand } from './tenants/at-hand';
import { describeCanary } from './tenants/canary';
import { describeConfiguration } from './tenants/configuration';
import { describeConfinement } from './tenants/confinement';
import { describeDisk } from './tenants/disk';
import { describeDrain } from './tenants/drain';
import { describeExtended } from './tenants/extended';
import { fleetImages } from './tenants/fleets';
import { describeInside } from './tenants/inside';
import { describeOperation } from './tenants/operation';
import { describeReleases } from './tenants/releases';
import { describeSidecar } from './tenants/sidecar';
import { describeSingleton } from './tenants/singleton';
import { applyFleets, type Site, siteOf } from './tenants/site';
import { describeStandIn } from './tenants/stand-in';
import { describeStarts } from './tenants/starts';

// All of it goes on at the same time on one node: what each suite declares begins before the first test.
describeOnNode('the tenants on a real node', fleetImages, (suite) => {
  let applied: Site | undefined;
  beforeAll(async () => {
    const site = siteOf(suite());
    await applyFleets(site);
    applied = site;
  });
  const site = () => {
    if (applied === undefined) throw new Error('the fleets must have been applied before they are looked at');
    return applied;
  };
  describeStandIn(site);
  describeReleases(site);
  describeStarts(site);
  describeConfinement(site);
  describeInside(site);
  describeSidecar(site);
  describeAtHand(site);
  describeOperation(site);
  describeConfiguration(site);
  describeCanary(site);
  describeExtended(site);
  describeDisk(site);
  describeDrain(site);
  describeSingleton(site);
});
