import type { IConstruct } from 'constructs';
import { repeats } from '../core/by-key';
import { placesOf } from '../core/declaration';
import { sentence, verbatim } from '../core/refusal';
import { ServedHosts } from '../gateway/served-hosts';
import type { EnvironmentFault } from './faults';
import { liveInOneCluster } from './one-cluster';

/** The fleet of an environment. */
interface Member {
  readonly environment: string;
  readonly fleet: IConstruct;
}

const INSTEAD =
  'environments of two suffixes or of one kubeContext share a cluster: give each a host or a class of its own';

/** Hosts that two environments of one cluster have on one server. */
export function hostsOfTwoEnvironments(fleetName: string, members: readonly Member[]): EnvironmentFault[] {
  const served = members.flatMap((member) =>
    [...ServedHosts.inFleet(member.fleet)].flatMap(([server, hosts]) =>
      hosts.map((host) => ({ member, server, host })),
    ),
  );
  return repeats(served, ({ server, host }) => `${server} ${host}`)
    .filter(([{ member }, first]) => liveInOneCluster(first.member.fleet, member.fleet))
    .map(([{ member, server, host }, first]) => {
      const got = verbatim(`"${host}", which "${first.member.environment}" has too`);
      const must = `be of one environment on ${server}`;
      const about = { prop: 'hosts', kind: 'fleet', id: fleetName, must, got, instead: INSTEAD };
      return { environment: member.environment, sentence: sentence(about), places: placesOf(member.fleet) };
    });
}
