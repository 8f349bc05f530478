import type { Container } from '../../imports/k8s';

/** A container as a pod of the `restricted` standard holds it: safe where it says nothing about safety. */
export function hardened(container: Container): Container {
  const { securityContext } = container;
  return {
    ...container,
    securityContext: {
      // The API server takes no privileged container with it.
      ...(securityContext?.privileged === true ? {} : { allowPrivilegeEscalation: false }),
      ...securityContext,
      capabilities: { drop: ['ALL'], ...securityContext?.capabilities },
    },
  };
}
