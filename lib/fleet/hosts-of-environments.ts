import type { IConstruct } from 'constructs';
import { namingSuffixOf } from '../core/context';
import { sentence, verbatim } from '../core/refusal';
import { ServedHosts } from '../gateway/served-hosts';

/** The fleet of an environment. */
interface Member {
  readonly environment: string;
  readonly fleet: IConstruct;
}

const INSTEAD = 'a suffix is for environments that share a cluster: give each a host or a class of its own';

/**
 * Hosts that two environments of one cluster have on one server. Environments whose suffixes differ share a cluster;
 * those of one suffix could not, since the names of their objects are the same.
 */
export function hostsOfTwoEnvironments(
  fleetName: string,
  members: readonly Member[],
): Array<{ readonly environment: string; readonly sentence: string }> {
  const first = new Map<string, Member>();
  return members.flatMap((member) => {
    const served = [...ServedHosts.inFleet(member.fleet)];
    return served.flatMap(([server, hosts]) => hosts.flatMap((host) => meeting(server, host, member)));
  });

  function meeting(server: string, host: string, member: Member) {
    const key = `${server} ${host}`;
    const other = first.get(key);
    first.set(key, other ?? member);
    if (other === undefined || namingSuffixOf(other.fleet) === namingSuffixOf(member.fleet)) {
      return [];
    }
    const got = verbatim(`"${host}", which "${other.environment}" has too`);
    const must = `be of one environment on ${server}`;
    const about = { prop: 'hosts', kind: 'fleet', id: fleetName, must, got, instead: INSTEAD };
    return [{ environment: member.environment, sentence: sentence(about) }];
  }
}
