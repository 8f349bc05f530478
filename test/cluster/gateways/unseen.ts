const BY_LENGTH =
  'it ranks the rules of its providers for Ingress by their length, and Path is a shorter word than PathPrefix';

/**
 * The laws that this Traefik does not keep in the place of the controller of a column, and why. They are expected to
 * fail, so that we hear when they do not.
 */
export const UNSEEN_LAWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nginx: { 'an exact path goes before the prefix of the same path': BY_LENGTH },
  class: {
    'an exact path goes before the prefix of the same path': BY_LENGTH,
    'plain HTTP is sent on to HTTPS':
      'an Ingress has no word for it, and the annotations of this column ask for TLS only',
  },
  gateway: { 'an answer that is late is not waited for': 'it reads no timeouts of the Gateway API' },
};

const NO_CLOUD = 'no load balancer of AWS is here; the API server takes what is rendered (acceptance/aws.ts)';

/** The controllers of docs/gateways.md that no column stands for, and why. */
export const UNSEEN_CONTROLLERS: Readonly<Record<string, string>> = { alb: NO_CLOUD, nlb: NO_CLOUD };
