import type { k8s } from '../imports/k8s';

/** A container as a pod of the `restricted` standard holds it: safe where it says nothing about safety. */
export function hardened(container: k8s.Container): k8s.Container {
  const { securityContext } = container;
  return {
    ...container,
    securityContext: {
      allowPrivilegeEscalation: false,
      ...securityContext,
      capabilities: { drop: ['ALL'], ...securityContext?.capabilities },
    },
  };
}
