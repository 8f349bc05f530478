import type { ServicePort, ServiceSpec } from '../../imports/k8s';
import { isDnsLabel, isDnsSubdomain, isPortName } from '../core/dns-name';
import { isPortNumber } from '../core/port-number';
import { type Complaint, complaintsOf, verbatim } from '../core/refusal';
import { lawOfKinds } from '../rendered/law-of-kinds';

/** What the API server asks of a Service beyond its schema (pkg/apis/core/validation/validation.go of Kubernetes). */
export const validServices = lawOfKinds(['/Service'], (spec) => serviceComplaints(Object(spec)));

function serviceComplaints({ type, clusterIP, externalName = '', ports = [] }: ServiceSpec): Complaint[] {
  const isExternal = type === 'ExternalName';
  return [
    ...complaintsOf('spec.ports', [
      [ports.length > 0 || isExternal || clusterIP === 'None', 'have at least one', verbatim('none')],
    ]),
    ...complaintsOf('spec.externalName', [
      [!isExternal || isDnsSubdomain(externalName.replace(/\.$/, '')), 'be a host name in lower case', externalName],
    ]),
    ...ports.flatMap((port, index) =>
      portComplaints(`spec.ports[${index}]`, port, ports.slice(0, index), ports.length),
    ),
  ];
}

function portComplaints(
  path: string,
  { name = '', port, targetPort, protocol = 'TCP' }: ServicePort,
  before: readonly ServicePort[],
  count: number,
): Complaint[] {
  // The API server puts port into the place of 0 and of an empty name.
  const target = targetPort || port;
  const isTarget = typeof target === 'number' ? isPortNumber(target) : isPortName(target);
  return [
    ...complaintsOf(`${path}.name`, [
      [name !== '' || count === 1, 'be there where a Service has several ports', verbatim('none')],
      [name === '' || isDnsLabel(name), 'be a DNS label of at most 63 characters', name],
      [name === '' || !before.some((other) => other.name === name), 'be used once', name],
    ]),
    ...complaintsOf(`${path}.port`, [
      [isPortNumber(port), 'be from 1 to 65535', port],
      [
        !before.some((other) => other.port === port && (other.protocol ?? 'TCP') === protocol),
        'be used once for a protocol',
        port,
      ],
    ]),
    ...complaintsOf(`${path}.targetPort`, [[isTarget, 'be from 1 to 65535, or the name of a port', target]]),
  ];
}
