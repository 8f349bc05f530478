import { ApiObject, Chart } from 'cdk8s';
import {
  deliberately,
  type FleetProps,
  type KubernetesVersion,
  MiTenant,
  Patch,
  Scaling,
  UnitNamespace,
} from '../../lib';
import { BusinessUnit } from '../../lib/unit/business-unit';
import { base, newFleet, newTenant, SAFE as SAFELY, saidOf, sentencesOf } from '../manifests';
import { REFUSED_STANDARDS, TAKEN_NAMESPACES } from '../plain-objects/namespaces';
import { saidOfObject } from '../plain-objects/object';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const IMAGE = 'registry.example.com/tools/app:1';
const PROFILE = 'be RuntimeDefault or Localhost';
const ADDED =
  'be among AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, ' +
  'SETUID, SYS_CHROOT';
const TYPE = 'be a type of containers, such as container_t';
const SYSCTL = 'be a setting that is safe for the neighbours of a pod, such as net.ipv4.tcp_syncookies';
const VOLUME =
  'be one of configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret';
const SHARED = 'a SharedVolume takes NFS and EFS';

const APP = { name: 'app', image: IMAGE };
const SAFE = { ...APP, ...SAFELY };

interface Asked {
  readonly standard?: string;
  readonly version?: string;
  readonly kubernetes?: KubernetesVersion;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What a fleet says of a plain Pod in a namespace that it brings, without the end that all sentences have. */
function said(spec: object, { standard = 'restricted', version, kubernetes, annotations }: Asked = {}): string[] {
  const fleet = newFleet({ kubernetes });
  const chart = new Chart(fleet, 'plain');
  const labels = { [ENFORCE]: standard, ...(version === undefined ? {} : { [`${ENFORCE}-version`]: version }) };
  new ApiObject(chart, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'tools', labels } });
  const metadata = { name: 'app', namespace: 'tools', annotations };
  new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod', metadata, ...{ spec } });
  return sentencesOf(() => fleet.render());
}

function breach(
  standard: string,
  path: string,
  must: string,
  got: string,
  instead = `its label ${ENFORCE} may name another`,
) {
  return (
    `${path} of Pod "tools/app" must ${must}, since namespace "tools" enforces the ${standard} standard, got ${got}; ` +
    `no pod would start; ${instead}`
  );
}

const pod = (securityContext: object) => ({ containers: [SAFE], securityContext });
const container = (securityContext: object) => ({
  containers: [{ ...SAFE, securityContext: { ...SAFE.securityContext, ...securityContext } }],
});
const OF_CONTAINER = 'spec.containers[0].securityContext';

test.each<[object, string, string, string]>([
  [{ hostNetwork: true, containers: [SAFE] }, 'spec.hostNetwork', 'be left out', 'true'],
  [{ hostPID: true, containers: [SAFE] }, 'spec.hostPID', 'be left out', 'true'],
  [{ hostIPC: true, containers: [SAFE] }, 'spec.hostIPC', 'be left out', 'true'],
  [
    { containers: [{ ...SAFE, ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }] }] },
    'spec.containers[0].ports[1].hostPort',
    'be left out',
    '81',
  ],
  [
    container({ privileged: true, allowPrivilegeEscalation: undefined }),
    `${OF_CONTAINER}.privileged`,
    'be left out',
    'true',
  ],
  [
    pod({ seccompProfile: { type: 'Unconfined' } }),
    'spec.securityContext.seccompProfile.type',
    PROFILE,
    '"Unconfined"',
  ],
  [
    container({ seccompProfile: { type: 'Unconfined' } }),
    `${OF_CONTAINER}.seccompProfile.type`,
    PROFILE,
    '"Unconfined"',
  ],
  [pod({ seLinuxOptions: { type: 'spc_t' } }), 'spec.securityContext.seLinuxOptions.type', TYPE, '"spc_t"'],
  [
    container({ seLinuxOptions: { user: 'system_u' } }),
    `${OF_CONTAINER}.seLinuxOptions.user`,
    'be left out',
    '"system_u"',
  ],
  [
    container({ seLinuxOptions: { role: 'system_r' } }),
    `${OF_CONTAINER}.seLinuxOptions.role`,
    'be left out',
    '"system_r"',
  ],
  [
    pod({
      sysctls: [
        { name: 'net.ipv4.tcp_syncookies', value: '1' },
        { name: 'net.core.somaxconn', value: '1' },
      ],
    }),
    'spec.securityContext.sysctls[1].name',
    SYSCTL,
    '"net.core.somaxconn"',
  ],
])('both standards refuse %j', (spec, path, must, got) => {
  const [first] = said(spec, { standard: 'baseline' });
  expect(first).toBe(breach('baseline', path, must, got));
  expect(said(spec)).toContain(breach('restricted', path, must, got));
});

test.each<[object, string, string, string]>([
  [container({ capabilities: { add: ['SYS_ADMIN'] } }), `${OF_CONTAINER}.capabilities.add`, ADDED, '["SYS_ADMIN"]'],
  [container({ procMount: 'Unmasked' }), `${OF_CONTAINER}.procMount`, 'be Default', '"Unmasked"'],
])('the baseline refuses %j', (spec, path, must, got) => {
  expect(said(spec, { standard: 'baseline' })).toContain(breach('baseline', path, must, got));
});

test('the baseline lets in what a container gets without a word, a volume of a server, and user 0', () => {
  const volumes = [{ name: 'in', nfs: { server: 'nfs.example.com', path: '/in' } }];
  const securityContext = { runAsUser: 0, capabilities: { add: ['CHOWN', 'NET_BIND_SERVICE'] } };
  expect(
    said({ containers: [APP, { ...APP, name: 'root', securityContext }], volumes }, { standard: 'baseline' }),
  ).toEqual([]);
});

test.each<[object, string, string, string]>([
  [container({ allowPrivilegeEscalation: undefined }), `${OF_CONTAINER}.allowPrivilegeEscalation`, 'be false', 'none'],
  [container({ capabilities: { drop: ['NET_RAW'] } }), `${OF_CONTAINER}.capabilities.drop`, 'have ALL', '["NET_RAW"]'],
  [
    container({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } }),
    `${OF_CONTAINER}.capabilities.add`,
    'be NET_BIND_SERVICE at the most',
    '["CHOWN"]',
  ],
  [container({ seccompProfile: undefined }), 'spec.securityContext.seccompProfile.type', PROFILE, 'none'],
  [container({ runAsNonRoot: undefined }), 'spec.securityContext.runAsNonRoot', 'be true', 'none'],
  [container({ runAsNonRoot: false }), `${OF_CONTAINER}.runAsNonRoot`, 'be true', 'false'],
  [pod({ runAsNonRoot: false }), 'spec.securityContext.runAsNonRoot', 'be true', 'false'],
  [container({ runAsUser: 0 }), `${OF_CONTAINER}.runAsUser`, 'not be 0', '0'],
  [pod({ runAsUser: 0 }), 'spec.securityContext.runAsUser', 'not be 0', '0'],
])('the restricted standard refuses %j', (spec, path, must, got) => {
  expect(said(spec)).toEqual([breach('restricted', path, must, got)]);
});

test('what starts first is asked the same', () => {
  expect(
    said({
      initContainers: [
        { ...SAFE, name: 'fetch' },
        { ...APP, name: 'unpack' },
      ],
      containers: [SAFE],
    }),
  ).toEqual([
    breach('restricted', 'spec.securityContext.seccompProfile.type', PROFILE, 'none'),
    breach('restricted', 'spec.securityContext.runAsNonRoot', 'be true', 'none'),
    breach('restricted', 'spec.initContainers[1].securityContext.allowPrivilegeEscalation', 'be false', 'none'),
    breach('restricted', 'spec.initContainers[1].securityContext.capabilities.drop', 'have ALL', 'none'),
  ]);
});

test('a volume is of the pod or of the cluster, and that of a node not even for the baseline', () => {
  const volumes = [{ name: 'host', hostPath: { path: '/var' } }, { name: 'scratch' }, { name: 'more', emptyDir: {} }];
  expect(said({ containers: [SAFE], volumes })).toEqual([
    breach('restricted', 'spec.volumes[0]', VOLUME, 'hostPath', SHARED),
  ]);
  expect(said({ containers: [SAFE], volumes }, { standard: 'baseline' })).toEqual([
    breach('baseline', 'spec.volumes[0]', 'be no folder of a node', 'hostPath', SHARED),
  ]);
});

test('a profile of AppArmor is let in, by its field and by its old annotation', () => {
  const key = 'container.apparmor.security.beta.kubernetes.io/app';
  const by = (profile: string) => said({ containers: [SAFE] }, { annotations: { [key]: profile } });
  expect(by('unconfined')).toEqual([
    breach('restricted', `metadata.annotations["${key}"]`, 'be runtime/default or localhost/<profile>', '"unconfined"'),
  ]);
  expect([by('runtime/default'), by('localhost/mine')]).toEqual([[], []]);
  expect(said(pod({ appArmorProfile: { type: 'Unconfined' } }), { kubernetes: '1.31' })).toEqual([
    breach('restricted', 'spec.securityContext.appArmorProfile.type', PROFILE, '"Unconfined"'),
  ]);
  expect(said(pod({ appArmorProfile: { type: 'RuntimeDefault' } }), { kubernetes: '1.31' })).toEqual([]);
});

test('what a pod says once, its containers need not say, nor the other way round', () => {
  const { runAsNonRoot, seccompProfile, ...securityContext } = SAFE.securityContext;
  const silent = { ...APP, securityContext };
  expect(said({ containers: [silent], securityContext: { runAsNonRoot, seccompProfile } })).toEqual([]);
  expect(said({ containers: [SAFE] })).toEqual([]);
});

test('a pod of Windows has no settings of Linux', () => {
  const windows = { os: { name: 'windows' }, securityContext: { runAsNonRoot: true } };
  expect(said({ ...windows, containers: [APP] })).toEqual([]);
  const windowsOptions = { hostProcess: true };
  expect(said({ ...windows, containers: [{ ...APP, securityContext: { windowsOptions } }] })).toEqual([
    breach('restricted', `${OF_CONTAINER}.windowsOptions.hostProcess`, 'be left out', 'true'),
  ]);
});

const probe = { containers: [{ ...SAFE, readinessProbe: { httpGet: { port: 80, host: 'other.example.com' } } }] };
const keepalive = pod({ sysctls: [{ name: 'net.ipv4.tcp_keepalive_time', value: '60' }] });
const engine = pod({ seLinuxOptions: { type: 'container_engine_t' } });
const root = { hostUsers: false, ...container({ runAsUser: 0, runAsNonRoot: false }) };

test.each<[string, object, KubernetesVersion, KubernetesVersion]>([
  ['a host in a probe', probe, '1.34', '1.33'],
  ['a setting of the kernel', keepalive, '1.28', '1.29'],
  ['a type of SELinux', engine, '1.30', '1.31'],
  ['user 0 of a pod with users of its own', root, '1.34', '1.35'],
])('%s is refused or not by the version of the standard', (_, spec, refused, taken) => {
  expect(said(spec, { kubernetes: refused, version: `v${refused}` })).not.toEqual([]);
  expect(said(spec, { kubernetes: taken, version: `v${taken}` })).toEqual([]);
});

test('the version is that of the label, and no newer than the cluster', () => {
  expect(said(probe, { kubernetes: '1.36', version: 'v1.33' })).toEqual([]);
  expect(said(probe, { kubernetes: '1.33', version: 'v1.36' })).toEqual([]);
  for (const version of ['v1.34', 'latest', undefined]) {
    expect(said(probe, { kubernetes: '1.36', version })).toEqual([
      breach('restricted', 'spec.containers[0].readinessProbe.httpGet.host', 'be left out', '"other.example.com"'),
    ]);
  }
});

test('a workload may say that its pods are made fit by others, and a namespace may not', () => {
  const meant = deliberately('pod-security');
  expect(said({ containers: [APP], hostNetwork: true }, { annotations: meant })).toEqual([]);
  const labels = { [ENFORCE]: 'strict' };
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app', labels, annotations: meant } };
  expect(saidOfObject(namespace)).toEqual([
    `label ${ENFORCE} of Namespace "app" must be privileged, baseline or restricted, got "strict"`,
  ]);
});

test('nothing is asked where the namespace lets in everything, or is not of the render', () => {
  const spec = { hostNetwork: true, containers: [APP] };
  expect(said(spec, { standard: 'privileged' })).toEqual([]);
  const fleet = newFleet();
  const metadata = { name: 'app', namespace: 'tools' };
  new ApiObject(new Chart(fleet, 'plain'), 'pod', { apiVersion: 'v1', kind: 'Pod', metadata, ...{ spec } });
  expect(sentencesOf(() => fleet.render())).toEqual([]);
});

const UNIT = 'UnitNamespace.existing(…) takes one with another standard';
const ofTenant = (path: string, must: string, got: string, instead = UNIT) =>
  `spec.template.spec.${path} of Deployment "retail/orders" must ${must}, since namespace "retail" enforces the ` +
  `restricted standard, got ${got}; no pod would start; ${instead}`;

test.each<[object, string, string, string]>([
  [{ capabilities: { add: ['NET_ADMIN'] } }, 'capabilities.add', 'be NET_BIND_SERVICE at the most', '["NET_ADMIN"]'],
  [{ privileged: true }, 'privileged', 'be left out', 'true'],
  [{ runAsUser: 0 }, 'runAsUser', 'not be 0', '0'],
  [{ runAsNonRoot: false }, 'runAsNonRoot', 'be true', 'false'],
])('a container of a tenant with %j is refused', (securityContext, path, must, got) => {
  expect(saidOf({ pod: { containers: [{ name: 'proxy', image: IMAGE, securityContext }] } })).toContain(
    ofTenant(`containers[1].securityContext.${path}`, must, got),
  );
});

test('so is a folder of the node', () => {
  expect(saidOf({ pod: { volumes: [{ name: 'host', hostPath: { path: '/var' } }] } })).toEqual([
    ofTenant('volumes[1]', VOLUME, 'hostPath', SHARED),
  ]);
});

test('a patch is asked too, and one of the namespace decides', () => {
  const patched = (...also: ReadonlyArray<(unit: BusinessUnit) => unknown>) => {
    const fleet = newFleet();
    const tenant = newTenant({}, fleet);
    Patch.of(tenant, 'Deployment').add('/spec/template/spec/hostNetwork', true);
    for (const one of also) {
      one(tenant.unit);
    }
    return sentencesOf(() => fleet.render());
  };
  expect(patched()).toEqual([ofTenant('hostNetwork', 'be left out', 'true')]);
  const label = '/metadata/labels/pod-security.kubernetes.io~1enforce';
  expect(patched((unit) => Patch.of(unit, 'Namespace').replace(label, 'privileged'))).toEqual([]);
});

test('a tenant in a namespace of somebody else may have what that one lets in', () => {
  const render = (props: FleetProps = {}) => {
    const fleet = newFleet(props);
    const namespace = UnitNamespace.existing('tools');
    new MiTenant(new BusinessUnit(fleet, 'retail', { contact: 'x', namespace }), 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      pod: { containers: [{ name: 'proxy', image: IMAGE, securityContext: { privileged: true } }] },
    });
    return sentencesOf(() => fleet.render());
  };
  expect(render()).toEqual([]);
});

test.each(REFUSED_STANDARDS)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of Namespace "app" must ${must}`]);
});

test('standards and versions that there are, are taken', () => {
  const namespaces = TAKEN_NAMESPACES.filter(({ kind }) => kind === 'Namespace');
  expect(namespaces.map(saidOfObject)).toEqual([[], []]);
});
