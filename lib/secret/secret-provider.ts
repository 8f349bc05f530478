import { isDnsSubdomain } from '../core/dns-name';
import { refuse, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { yamlText } from '../core/yaml-text';
import { awsObjects, azureObject, type MountedValue } from './mounted-value';
import type { RemoteValue, RemoteValues } from './remote-value';

/** How AWS is asked. */
export interface AwsSecretsProps {
  /**
   * Region of the secrets.
   *
   * @default - the region of the node, which the provider looks up for every pod
   */
  readonly region?: string;

  /**
   * The service that keeps them.
   *
   * @default 'secretsmanager'
   */
  readonly service?: 'secretsmanager' | 'ssmparameter';

  /**
   * Whether the ServiceAccount of the pod is known to AWS by EKS Pod Identity.
   *
   * @default false, by a role for service accounts (IRSA)
   */
  readonly podIdentity?: boolean;
}

/** Which Azure Key Vault is asked, and as whom. */
export interface AzureSecretsProps {
  /** Name of the Key Vault. */
  readonly keyVault: string;

  /** The directory (tenant) that the Key Vault belongs to. */
  readonly tenantId: string;

  /**
   * Client id of the application or managed identity that trusts the ServiceAccount of the pod (workload identity).
   *
   * @default - the system-assigned identity of the node
   */
  readonly clientId?: string;

  /**
   * Secret of the namespace with `clientid` and `clientsecret` of a service principal, in the place of every identity.
   * Somebody makes it, with the label `secrets-store.csi.k8s.io/used: "true"`, by which the driver finds it. A
   * `clientId` beside it is refused.
   *
   * @default - none; an identity needs no key
   */
  readonly login?: string;
}

/** As whom Google Secret Manager is asked. */
export interface GcpSecretsProps {
  /**
   * Secret of the namespace whose key `key.json` holds the key of a service account of Google. Somebody makes it, with
   * the label `secrets-store.csi.k8s.io/used: "true"`, by which the driver finds it.
   *
   * @default - none; the identity of the pod (workload identity)
   */
  readonly login?: string;
}

/** As whom another provider fetches. */
export interface OtherSecretsProps {
  /**
   * Secret of the namespace with what the provider logs in by, in the keys that it asks for. Somebody makes it, with the
   * label `secrets-store.csi.k8s.io/used: "true"`, by which the driver finds it.
   *
   * @default - none; the identity of the pod or of the node, as the provider has it
   */
  readonly login?: string;
}

/** The parts of a place that a provider may know or not. */
const PARTS = ['property', 'version', 'decode'] as const;

/** What fetches secrets for the Secrets Store CSI driver, and from where. */
export class SecretProvider {
  /**
   * AWS Secrets Manager or Parameter Store
   * (https://docs.aws.amazon.com/secretsmanager/latest/userguide/ascp-examples.html).
   */
  public static aws(props: AwsSecretsProps = {}): SecretProvider {
    const { region, service = 'secretsmanager', podIdentity = false } = props;
    return new SecretProvider('aws', ['property', 'version'], (values) => ({
      ...(region === undefined ? {} : { region }),
      ...(podIdentity ? { usePodIdentity: 'true' } : {}),
      objects: yamlText(awsObjects(service, values)),
    }));
  }

  /** Azure Key Vault (https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage). */
  public static azure(props: AzureSecretsProps): SecretProvider {
    requireProps('secret provider', 'azure', props, {
      keyVault: "'integration'",
      tenantId: "'00000000-0000-0000-0000-000000000000'",
    });
    const { keyVault, tenantId, clientId, login } = props;
    requireLogin('azure', login);
    if (clientId !== undefined && login !== undefined) {
      const about = { prop: 'login', kind: 'secret provider', id: 'azure' };
      refuse({
        ...about,
        must: 'stand alone',
        got: verbatim('clientId beside it'),
        instead: 'leave out one of the two',
      });
    }
    // A service principal logs in only where no identity is asked for.
    const identity: Record<string, string> =
      clientId === undefined ? { useVMManagedIdentity: 'true' } : { clientID: clientId };
    const render = (values: readonly MountedValue[]): Record<string, string> => ({
      keyvaultName: keyVault,
      tenantId,
      ...(login === undefined ? identity : {}),
      objects: yamlText({ array: values.map((value) => yamlText(azureObject(value))) }),
    });
    return new SecretProvider('azure', ['version', 'decode'], render, { login });
  }

  /**
   * Google Secret Manager; a key is `projects/<project>/secrets/<name>`
   * (https://github.com/GoogleCloudPlatform/secrets-store-csi-driver-provider-gcp).
   */
  public static gcp({ login }: GcpSecretsProps = {}): SecretProvider {
    requireLogin('gcp', login);
    const render = (values: readonly MountedValue[]) => ({
      secrets: yamlText(
        values.map(({ key, version = 'latest', file }) => ({ resourceName: `${key}/versions/${version}`, path: file })),
      ),
    });
    return new SecretProvider('gcp', ['version'], render, { login });
  }

  /**
   * Any other provider, with parameters in its own words; they say what is mounted, and a key is the name of a mounted
   * file: `SecretProvider.of('vault', { roleName: 'clinic', objects: … })`.
   */
  public static of(
    name: string,
    parameters: Readonly<Record<string, string>>,
    { login }: OtherSecretsProps = {},
  ): SecretProvider {
    requireLogin(name, login);
    return new SecretProvider(name, [], () => ({ ...parameters }), { namesFiles: false, login });
  }

  /** Secret of the namespace by which it logs in; `undefined` where an identity is enough. */
  public readonly login: string | undefined;
  private readonly namesFiles: boolean;

  private constructor(
    /** Name that the provider has with the driver. */
    public readonly name: string,
    private readonly parts: ReadonlyArray<(typeof PARTS)[number]>,
    private readonly render: (values: readonly MountedValue[]) => Record<string, string>,
    { namesFiles = true, login }: { readonly namesFiles?: boolean; readonly login?: string | undefined } = {},
  ) {
    this.namesFiles = namesFiles;
    this.login = login;
    if (!/^[A-Za-z0-9][-_.A-Za-z0-9]*$/.test(name)) {
      const must = 'be the name of a provider of the Secrets Store CSI driver';
      refuse({ prop: 'name', kind: 'secret provider', id: name, must, got: name });
    }
  }

  /** The parameters by which these values are mounted. */
  public parameters(values: RemoteValues): Record<string, string> {
    return this.render(Object.entries(values).map(([key, value]) => ({ ...value, file: this.fileOf(key, value) })));
  }

  /** What is fetched, and by which provider: `aws prod/hospital`. Parameters in a provider's own words are not read. */
  public remotes(values: RemoteValues): string[] {
    return this.namesFiles ? Object.values(values).map(({ key }) => `${this.name} ${key}`) : [];
  }

  /** Name of the file that the value of a key is mounted as. */
  public fileOf(key: string, value: RemoteValue): string {
    // AWS wants it to differ from every name of a secret, too.
    return this.namesFiles ? `${key}.value` : value.key;
  }

  /** Refuses what the provider cannot tell apart or would not mount. */
  public require(prop: string, kind: string, id: string, values: RemoteValues): void {
    const entries = Object.entries(values);
    entries.forEach(([key, value], index) => {
      this.requireParts(`${prop}.${key}`, kind, id, value);
      const [other, twin] = entries.slice(0, index).find(([, one]) => one.key === value.key) ?? [key, value];
      if (twin !== value && twin.version !== value.version) {
        const [must, got] = [`be that of ${prop}.${other}, of the same secret`, value.version];
        refuse({ prop: `${prop}.${key}.version`, kind, id, must, got });
      }
    });
    const places = entries.map(([, { key, property }]) => JSON.stringify([key, property]));
    const again = places.findIndex((place, index) => places.indexOf(place) < index);
    if (again >= 0) {
      const [got, instead] = [verbatim(`${places[again]} again`), 'use one key of the Secret in both places'];
      refuse({ prop, kind, id, must: 'name each value once', got, instead });
    }
  }

  private requireParts(prop: string, kind: string, id: string, value: RemoteValue): void {
    const wrong = PARTS.find((part) => value[part] !== undefined && !this.parts.includes(part));
    if (wrong !== undefined) {
      const instead = 'keep the value by itself in the store, or take an ExternalSecret';
      refuse({ prop: `${prop}.${wrong}`, kind, id, must: `be left out for ${this.name}`, got: value[wrong], instead });
    }
  }
}

function requireLogin(id: string, login: string | undefined): void {
  if (login !== undefined && !isDnsSubdomain(login)) {
    refuse({ prop: 'login', kind: 'secret provider', id, must: 'name a Secret of Kubernetes', got: login });
  }
}
