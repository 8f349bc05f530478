import type { PlainObject, RefusedObject } from './object';

function namespace(labels: Readonly<Record<string, string>>): PlainObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app', labels } };
}

/** Of standards of pod security; the law is pod-security. */
export const REFUSED_STANDARDS: readonly RefusedObject[] = ['enforce', 'audit', 'warn'].flatMap((mode) => {
  const label = `pod-security.kubernetes.io/${mode}`;
  return [
    {
      what: `a standard to ${mode} that there is not`,
      object: namespace({ [label]: 'strict' }),
      prop: `label ${label}`,
      must: 'be privileged, baseline or restricted, got "strict"',
    },
    {
      what: `a version of a standard to ${mode} that is none`,
      object: namespace({ [label]: 'restricted', [`${label}-version`]: '1.29' }),
      prop: `label ${label}-version`,
      must: 'be latest, or a minor version such as "v1.29", got "1.29"',
    },
  ];
});

/** What is like them and right, so that nothing is refused for another reason. */
export const TAKEN_NAMESPACES: readonly PlainObject[] = [
  namespace({ 'pod-security.kubernetes.io/enforce': 'baseline', 'pod-security.kubernetes.io/warn': 'restricted' }),
  namespace({
    'pod-security.kubernetes.io/enforce': 'privileged',
    'pod-security.kubernetes.io/enforce-version': 'latest',
    'pod-security.kubernetes.io/audit': 'restricted',
    'pod-security.kubernetes.io/audit-version': 'v1.0',
  }),
];
