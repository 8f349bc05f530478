/**
 * Annotations by which external-dns leaves an object alone: of a controller that is not its own (external-dns
 * docs/annotations/annotations.md, `controller`). From v0.22 on it reads the second prefix, before that the first.
 */
export const UNPUBLISHED: Readonly<Record<string, string>> = {
  'external-dns.alpha.kubernetes.io/controller': 'none',
  'external-dns.kubernetes.io/controller': 'none',
};
