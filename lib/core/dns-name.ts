import type { Refusal } from './refusal';
import { remembered } from './remembered';

/** The longest name that a label value, a Service and most objects may have. */
export const DNS_LABEL_MAX = 63;

/**
 * The longest name of a StatefulSet. Its controller puts `<name>-<10 characters>` into the label
 * `controller-revision-hash`, and a label value ends at 63.
 */
export const STATEFUL_SET_NAME_MAX = 52;

/** The longest name of a container's port (IANA service name). */
export const PORT_NAME_MAX = 15;

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Whether Kubernetes takes `name` as a DNS label (RFC 1123) of at most `max` characters. */
export function isDnsLabel(name: string, max = DNS_LABEL_MAX): boolean {
  return name.length <= max && DNS_LABEL.test(name);
}

/** Whether Kubernetes takes `name` as the name of a container's port: an IANA service name, in lower case. */
export function isPortName(name: string): boolean {
  return isDnsLabel(name, PORT_NAME_MAX) && /[a-z]/.test(name) && !name.includes('--');
}

/** Whether Kubernetes takes `name` as a DNS subdomain (RFC 1123) of at most 253 characters. */
export function isDnsSubdomain(name: string): boolean {
  return name.length <= 253 && DNS_SUBDOMAIN.test(name);
}

/**
 * Whether `name` may name every kind of object, a Service among them, which must begin with a letter (RFC 1035), in at
 * most `max` characters.
 */
export function isObjectName(name: string, max = DNS_LABEL_MAX): boolean {
  return isDnsLabel(name, max) && /^[a-z]/.test(name);
}

/** Whether Kubernetes takes `key` as the key of a label or an annotation: `team`, `example.com/team`. */
export const isQualifiedName = remembered(isQualified);

function isQualified(key: string): boolean {
  const [name = '', prefix, ...more] = key.split('/').reverse();
  return (
    more.length === 0 &&
    (prefix === undefined || isDnsSubdomain(prefix)) &&
    /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(name)
  );
}

const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** What labels and annotations must be keyed by, as it follows "must". */
export const KEYS_RULE = 'have keys such as "team" or "example.com/team"';

/** The same of one key. */
export const KEY_RULE = 'have a key such as "team" or "example.com/team"';

/** What the value of a label must be, as it follows "must". */
export const LABEL_VALUE_RULE = 'be letters, digits, "-", "_" and ".", at most 63 characters';

/** Whether Kubernetes takes `value` as the value of a label; an empty one is. */
export function isLabelValue(value: unknown): boolean {
  return typeof value === 'string' && LABEL_VALUE.test(value);
}

/**
 * A name as Kubernetes spells names: in lower case, with "-" for what a name cannot have. Two names that become one by
 * that are one object, which the fleet refuses.
 */
export function dnsName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.-]/g, '-');
}

/** The refusal of a name that may not name every kind of object. */
export function notObjectName(prop: string, kind: string, id: string, name: string, max = DNS_LABEL_MAX): Refusal {
  return {
    prop,
    kind,
    id,
    must:
      'be lower-case letters, digits and "-", begin with a letter, not end with "-", ' +
      `and have at most ${max} characters`,
    got: name,
    instead: name.length > max ? `it has ${name.length}; shorten it` : undefined,
  };
}
