import { fileComplaints, sizeComplaints } from '../../config/config-files';
import { tomlComplaints } from '../../config/toml-refusals';
import { variableComplaints } from '../../config/toml-variables';
import { DNS_LABEL_MAX, isObjectName, notObjectName, STATEFUL_SET_NAME_MAX } from '../../core/dns-name';
import { type Complaint, complaintsOf, type Refusal, verbatim } from '../../core/refusal';
import { miHome } from '../../release/mi-release';
import { mountComplaints } from '../../volume/mount-refusals';
import type { CheckedTenant } from '../checked-tenant';
import type { TenantRuntime } from '../runtime';
import { canaryComplaints } from './canary';
import { envComplaints } from './env';
import { lockComplaints } from './lock';
import { podComplaints } from './pod';

/** All that is wrong with a tenant as a whole. */
export function tenantRefusals(id: string, tenant: CheckedTenant): Refusal[] {
  const { env, part, config } = tenant;
  return [
    ...nameRefusals(id, tenant),
    ...[
      ...scalingComplaints(tenant),
      ...canaryComplaints(tenant),
      ...lockComplaints(tenant),
      ...mountComplaints(tenant.unit, miHome(tenant.image.release), tenant.mounts),
      ...envComplaints(env, Object.keys(part.env)),
      ...tomlComplaints(tenant),
      ...variableComplaints(tenant),
      ...fileComplaints(config.files ?? {}, part.volumes),
      ...sizeComplaints(tenant.files, part.volumes),
      ...foreignComplaints(tenant),
      ...podComplaints(tenant),
      ...runtimeComplaints(tenant),
      ...trialComplaints(tenant),
    ].map((complaint) => ({ kind: 'tenant', id, ...complaint })),
  ];
}

/** What the image of the canary cannot do and that of the tenant can. */
function trialComplaints(tenant: CheckedTenant): Complaint[] {
  const { canaryRuntime } = tenant;
  const known = new Set(runtimeComplaints(tenant).map((complaint) => JSON.stringify(complaint)));
  return canaryRuntime === undefined
    ? []
    : runtimeComplaints(canaryRuntime)
        .filter((complaint) => !known.has(JSON.stringify(complaint)))
        .map((complaint) => ({ ...complaint, prop: `canary: ${complaint.prop}` }));
}

/** What is wrong with what runs, given its release and its image. */
function runtimeComplaints({ lifecycle, part }: TenantRuntime): Complaint[] {
  return [...lifecycle.complaints, ...part.complaints];
}

/** A pod reads Secrets and ConfigMaps of its own namespace only. */
function foreignComplaints({ unit, secrets, configMaps }: CheckedTenant): Complaint[] {
  const read = [
    ...secrets.map(({ secretName, namespace }) => [`Secret ${secretName}`, namespace] as const),
    ...configMaps.map(({ name, namespace }) => [`ConfigMap ${name}`, namespace] as const),
  ];
  return read.flatMap(([prop, namespace = unit.namespaceName]) =>
    complaintsOf(prop, [
      [
        namespace === unit.namespaceName,
        `be in the namespace of its unit, "${unit.namespaceName}"`,
        namespace,
        'a pod reads none of another namespace; bring it in this unit too',
      ],
    ]),
  );
}

function nameRefusals(id: string, { name, scaling, canary }: CheckedTenant): Refusal[] {
  const longest = DNS_LABEL_MAX - (canary === undefined ? 0 : '-canary'.length);
  const max = Math.min(
    scaling.workload === 'StatefulSet' ? STATEFUL_SET_NAME_MAX : longest,
    scaling.autoscaler?.longestName ?? longest,
  );
  return isObjectName(name, max) ? [] : [notObjectName('id', 'tenant', id, name, max)];
}

function scalingComplaints({ scaling, image }: CheckedTenant): Complaint[] {
  return complaintsOf('scaling', [
    [
      scaling.works.includes(image.work),
      `be Scaling.singleton() or coordinated(…) for the ${image.work} ${image.app}`,
      verbatim(scaling.text),
      'two pollers would do the same work twice, also for the moment of an update',
    ],
  ]);
}
