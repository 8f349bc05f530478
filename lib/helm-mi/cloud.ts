import { refuse } from '../core/refusal';
import { type Code, call, fields, name } from './code';
import type { Draft } from './draft';

/** What only one cloud has: its vault, its volumes, its registry. */
export function placeCloud(draft: Draft): void {
  placeVaultOfCloud(draft);
  placeCarbonApps(draft);
}

/** The secure vault, whose password a provider of the CSI driver fetches. */
function placeVaultOfCloud(draft: Draft): void {
  const { values } = draft;
  if (!values.isOn('wso2.config.secureVault.enabled')) {
    return;
  }
  const provider = PROVIDERS[values.text('provider')];
  if (provider === undefined) {
    draft.lacks(
      'wso2.config.secureVault.enabled',
      'no provider brings the password of the vault, so the chart starts without it',
    );
    return;
  }
  const { code, key } = provider(draft);
  draft.before.push({
    notes: [
      'Passwords of the values file stood in [secrets] of a ConfigMap; here they come from Secrets, and the vault is for $secret{…}.',
    ],
    name: 'vaultPassword',
    code: call(
      'new CsiSecret',
      name('unit'),
      `${draft.about.tenant}-vault-password`,
      fields({ provider: code, values: fields({ password: key }) }),
    ),
  });
  draft.set('config/vault', call('SecureVault.fromSecret', name('vaultPassword'), fields({ password: 'password' })));
}

interface Fetched {
  readonly code: Code;
  readonly key: Code;
}

const PROVIDERS: Readonly<Record<string, (draft: Draft) => Fetched>> = {
  aws: ({ values }) => {
    const at = 'aws.secretManager.secretIdentifiers.internalKeystorePassword';
    const region = values.text('aws.region');
    values.at('aws.secretManager.secretProviderClass');
    return {
      code: region === '' ? call('SecretProvider.aws') : call('SecretProvider.aws', fields({ region })),
      key: fields({ key: values.text(`${at}.secretName`), property: values.text(`${at}.secretKey`) || undefined }),
    };
  },
  azure: (draft) => {
    const { values } = draft;
    const vault = 'azure.keyVault';
    const principal = `${vault}.activeDirectory.servicePrincipal`;
    values.at(`${vault}.secretProviderClass`);
    for (const key of ['subscriptionId', 'resourceGroup']) {
      if (values.text(`${vault}.resourceManager.${key}`) !== '') {
        draft.lacks(
          `${vault}.resourceManager.${key}`,
          'the provider read it before 0.0.4 only; the name of the vault is enough',
        );
      }
    }
    if (values.text(`${principal}.appId`) !== '') {
      draft.lacks(
        principal,
        `move it to Secret azure-login (clientid, clientsecret; label secrets-store.csi.k8s.io/used: "true"), which login names`,
      );
    }
    return {
      code: call(
        'SecretProvider.azure',
        fields({
          keyVault: values.text(`${vault}.name`),
          tenantId: values.text(`${vault}.activeDirectory.tenantId`),
          login: 'azure-login',
        }),
      ),
      key: fields({ key: values.text(`${vault}.secretIdentifiers.internalKeystorePassword`) }),
    };
  },
  gcp: ({ values }) => {
    const login = values.text('gcp.secretManager.serviceAccountKeySecret');
    values.at('gcp.secretManager.secretProviderClass');
    const resource = values.text('gcp.secretManager.secretIdentifiers.internalKeystorePassword');
    const [, key = resource, version] = /^(.*)\/versions\/([^/]+)$/.exec(resource) ?? [];
    return {
      code: login === '' ? call('SecretProvider.gcp') : call('SecretProvider.gcp', fields({ login })),
      key: fields({ key, version: version === 'latest' ? undefined : version }),
    };
  },
};

/** CARs on a volume, in the place of those in the image. */
function placeCarbonApps(draft: Draft): void {
  const { values } = draft;
  const path = 'wso2.deployment.mountCapps';
  if (!values.isOn(path)) {
    return;
  }
  const source = sourceOf(draft);
  if (source === undefined) {
    const about = { prop: path, kind: 'values file', id: `of chart ${values.version}` };
    refuse({
      ...about,
      must: 'stand beside provider aws or gcp with its storage',
      got: values.at(path),
      instead:
        'the chart claims a volume without a size and a class, which no cluster takes; write a SharedVolume by hand',
    });
  }
  const capacity = quantity(values.text(`${values.text('provider')}.storage.capacity`));
  draft.before.push({
    notes: [],
    name: 'capps',
    code: call('new SharedVolume', name('unit'), `${draft.about.tenant}-capps`, fields({ source, capacity })),
  });
  draft.set(
    'mounts',
    [call('capps.asCarbonApps')],
    'Hides the CARs of the image: whoever writes to the volume deploys.',
  );
}

function sourceOf(draft: Draft): Code | undefined {
  const { values } = draft;
  const provider = values.text('provider');
  const storage = `${provider}.storage`;
  const handle = values.text(`${storage}.${provider === 'aws' ? 'fileSystemId' : 'volumeHandle'}`);
  if ((provider !== 'aws' && provider !== 'gcp') || handle === '') {
    return undefined;
  }
  for (const key of provider === 'aws' ? ['provisioner', 'storageClass', 'directoryPerms'] : ['storageClass']) {
    if (values.text(`${storage}.${key}`) !== '') {
      draft.lacks(`${storage}.${key}`, 'no StorageClass is rendered or needed: the volume is bound by its name');
    }
  }
  if (provider === 'aws') {
    const accessPoint = values.text(`${storage}.cAppAccessPoint`);
    return call('VolumeSource.efs', handle, ...(accessPoint === '' ? [] : [fields({ accessPoint })]));
  }
  const attributes = {
    ip: values.text(`${storage}.volumeAttributes.ip`),
    volume: values.text(`${storage}.volumeAttributes.volume`),
  };
  return call(
    'VolumeSource.csi',
    fields({ driver: 'filestore.csi.storage.gke.io', volumeHandle: handle, volumeAttributes: fields(attributes) }),
  );
}

function quantity(text: string): Code | undefined {
  const [, amount = '', unit = ''] = /^(\d+)(Gi|Mi|Ti)$/.exec(text) ?? [];
  const units: Readonly<Record<string, readonly [string, number]>> = {
    Mi: ['Size.mebibytes', 1],
    Gi: ['Size.gibibytes', 1],
    Ti: ['Size.gibibytes', 1024],
  };
  const [callee, factor] = units[unit] ?? [];
  return callee === undefined || factor === undefined ? undefined : call(callee, Number(amount) * factor);
}
