import { type Refusal, refuse, verbatim } from '../core/refusal';
import { MI_RELEASES } from '../release/mi-release';
import { releasesWhere } from '../release/releases-where';

/** Refuses a number that Linux and Kubernetes do not take for a group, and the group of root. */
export function requireGroup(id: string, group: number | undefined): void {
  if (group !== undefined && !(Number.isInteger(group) && group >= 1 && group <= 2_147_483_647)) {
    const must = 'be the number of a group, from 1 to 2147483647';
    refuse({ prop: 'group', kind: 'shared volume', id, must, got: group });
  }
}

/** What is wrong when pods of these tenants write as these users to one volume without a common group. */
export function writerRefusals(id: string, writers: ReadonlyMap<string, number>): Refusal[] {
  const users = [...new Set(writers.values())].sort((one, other) => one - other);
  const told = users.map((user) => {
    const tenants = [...writers].filter(([, other]) => other === user).map(([tenant]) => `"${tenant}"`);
    return `user ${user} of ${tenants.join(', ')}`;
  });
  return users.length < 2
    ? []
    : [
        {
          prop: 'group',
          kind: 'shared volume',
          id,
          must: 'be set where pods of several users write',
          got: verbatim(told.join(' and ')),
          instead: `neither may write to folders of the other; give the group that may, or let all run releases ${ofOneUser()}`,
        },
      ];
}

/** The releases that run as one user, for each user. */
function ofOneUser(): string {
  const users = [...new Set(Object.values(MI_RELEASES).map(({ user }) => user))];
  return users.map((user) => `${releasesWhere((facts) => facts.user === user)} (user ${user})`).join(' or ');
}
