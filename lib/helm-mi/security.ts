import { MI_RELEASES } from '../release/mi-release';
import { DEPLOYMENT } from './chart';
import { type Code, call, fields, name } from './code';
import type { Draft } from './draft';

const POD = '/spec/template/spec';

/** User, group and profiles are facts of the release, unless a cluster wants to say them. */
export function placeSecurity(draft: Draft): void {
  const { values, about } = draft;
  const path = `${DEPLOYMENT}.securityContext`;
  const { user } = MI_RELEASES[about.release];
  const patch = (...changes: ReadonlyArray<readonly [string, string, Code?]>) => {
    for (const [change, at, value] of changes) {
      const of = call('Patch.of', name('tenant'), 'Deployment');
      draft.after.push({
        notes: [],
        code: value === undefined ? of.calling(change, at) : of.calling(change, at, value),
      });
    }
  };
  const later = values.version >= '4.4';
  const asUser = values.text(`${path}.runAsUser`);
  if (later && (!values.isOn(`${path}.enableRunAsUser`) || !values.isOn(`${path}.enableRunAsGroup`))) {
    const keys = [
      ...(values.isOn(`${path}.enableRunAsUser`) ? [] : ['runAsUser', 'runAsGroup']),
      ...(values.isOn(`${path}.enableRunAsGroup`) ? [] : ['fsGroup']),
    ];
    patch(...keys.map((key) => ['remove', `${POD}/securityContext/${key}`] as const));
  } else if (asUser !== '' && asUser !== `${user}`) {
    draft.lacks(
      `${path}.runAsUser`,
      `the official image of ${about.release} runs as ${user}; Patch changes it for another image`,
    );
  }
  const group = values.text(`${path}.runAsGroup`);
  if (later && group !== '' && group !== `${user}` && values.isOn(`${path}.enableRunAsGroup`)) {
    draft.lacks(`${path}.runAsGroup`, `the chart makes it the fsGroup, never the group; here both are ${user}`);
  }
  if (values.isOn(`${path}.seLinux.enabled`)) {
    patch([
      'add',
      `${POD}/containers/0/securityContext/seLinuxOptions`,
      fields({ level: values.text(`${path}.seLinux.level`) }),
    ]);
  }
  const seccomp = later ? values.isOn(`${path}.seccompProfile.enabled`) : values.isOn(`${path}.seccompProfile`);
  const type = later ? values.text(`${path}.seccompProfile.type`) : 'RuntimeDefault';
  if (!seccomp) {
    draft.lacks(`${path}.seccompProfile`, 'RuntimeDefault is always set, which the restricted standard asks for');
  } else if (type !== 'RuntimeDefault') {
    patch(['replace', `${POD}/securityContext/seccompProfile/type`, type]);
  }
  if (values.says(`${path}.apparmor`)) {
    draft.lacks(
      `${path}.apparmor`,
      values.isOn(`${path}.apparmor`)
        ? 'not said: the default profile of the container runtime holds wherever AppArmor is on'
        : 'the default profile of the container runtime holds wherever AppArmor is on',
    );
  }
}
