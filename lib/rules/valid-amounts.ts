import type { ResourceRequirements } from '../../imports/k8s';
import { isQualifiedName } from '../core/dns-name';
import { quantity } from '../core/quantity';
import { type Complaint, complaintsOf, sentence, verbatim } from '../core/refusal';
import type { Rule } from '../rendered/rendered-object';
import { typedPods } from '../rendered/schema-judgement';

/**
 * What the API server asks of requests and limits beyond the schema (pkg/apis/core/validation/validation.go of
 * Kubernetes): resources that there are, amounts of 0 or more, and no request above its limit. What is counted in devices
 * or pages has both alike.
 */
export const validAmounts: Rule = (render) =>
  typedPods(render).flatMap(({ about, path, pod }) =>
    (['initContainers', 'containers'] as const).flatMap((list) =>
      (pod[list] ?? []).flatMap(({ resources }, index) =>
        resources === undefined
          ? []
          : resourceComplaints(`${path}.${list}[${index}].resources`, resources).map((complaint) =>
              sentence({ ...about, ...complaint }),
            ),
      ),
    ),
  );

const STANDARD = new Set(['cpu', 'memory', 'ephemeral-storage']);

function resourceComplaints(path: string, { requests = {}, limits = {} }: ResourceRequirements): Complaint[] {
  return [
    ...Object.entries({ requests, limits }).flatMap(([kind, amounts]) =>
      Object.entries(amounts).flatMap(([resource, amount]) => amountComplaints(`${path}.${kind}`, resource, amount)),
    ),
    ...Object.entries(requests).flatMap(([resource, request]) => {
      const limit = limits[resource];
      const isAlike = !isShared(resource);
      return complaintsOf(`${path}.requests.${resource}`, [
        [limit !== undefined || !isAlike, 'have a limit of as much', verbatim('none')],
        [limit === undefined || !isAlike || millis(request) === millis(limit), `be the limit ${limit}`, request],
        [limit === undefined || isAlike || millis(request) <= millis(limit), `be at most the limit ${limit}`, request],
      ]);
    }),
  ];
}

function amountComplaints(path: string, resource: string, amount: string): Complaint[] {
  return [
    ...complaintsOf(path, [
      [
        STANDARD.has(resource) || isPages(resource) || (resource.includes('/') && isQualifiedName(resource)),
        `be of ${[...STANDARD].join(', ')}, pages, or of a device such as "example.com/gpu"`,
        resource,
      ],
    ]),
    ...complaintsOf(`${path}.${resource}`, [
      [quantity(amount) >= 0, 'be 0 or more', amount],
      [!isDevice(resource) || millis(amount) % 1000 === 0, 'be a whole number', amount],
    ]),
  ];
}

/** Whether pods may together be promised more of it than there is. */
function isShared(resource: string): boolean {
  return !isDevice(resource) && !isPages(resource);
}

function isDevice(resource: string): boolean {
  return resource.includes('/') && !resource.includes('kubernetes.io/');
}

function isPages(resource: string): boolean {
  return resource.startsWith('hugepages-');
}

/** The API server counts in thousandths, rounded up. */
function millis(amount: string): number {
  return Math.ceil(Number((quantity(amount) * 1000).toPrecision(15)));
}
