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
export function writerRefusals(id: string, writers: ReadonlyMap<string, number | undefined>): Refusal[] {
  const users = [...new Set(writers.values())].filter((user) => user !== undefined).sort((one, other) => one - other);
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

/**
 * What is wrong when pods write whose user their namespace gives, to files that somebody else owns and no group shares.
 * A StorageClass makes files of the pods' own.
 */
export function unknownWriterRefusals(id: string, writers: ReadonlyMap<string, number | undefined>): Refusal[] {
  const unknown = [...writers].filter(([, user]) => user === undefined).map(([tenant]) => `"${tenant}"`);
  return unknown.length === 0
    ? []
    : [
        {
          prop: 'group',
          kind: 'shared volume',
          id,
          must: "be set where pods write and podUser of the fleet is 'namespace'",
          got: verbatim(`no group, and ${unknown.join(', ')} that writes`),
          instead: 'nobody knows their user beforehand; give folders a group on the server (2775), and say it here',
        },
      ];
}

/** The releases that run as one user, for each user. */
function ofOneUser(): string {
  const users = [...new Set(Object.values(MI_RELEASES).map(({ user }) => user))];
  return users.map((user) => `${releasesWhere((facts) => facts.user === user)} (user ${user})`).join(' or ');
}
