import type { RemoteValue } from './remote-value';

/** A value and the name of the file that the provider mounts it as. */
export interface MountedValue extends RemoteValue {
  readonly file: string;
}

/** AWS takes each secret once, so all that is wanted of it stands together; its newest version, or one. */
export function awsObjects(objectType: string, values: readonly MountedValue[]): object[] {
  return [...new Set(values.map(({ key }) => key))].map((objectName) => {
    const wanted = values.filter(({ key }) => key === objectName);
    const whole = wanted.find(({ property }) => property === undefined);
    const version = wanted.find((one) => one.version !== undefined)?.version;
    const jmesPath = wanted.flatMap(({ property, file }) =>
      property === undefined ? [] : [{ path: jmes(property), objectAlias: file }],
    );
    return {
      objectName,
      objectType,
      ...(whole === undefined ? {} : { objectAlias: whole.file }),
      ...(version === undefined ? {} : { objectVersion: version }),
      ...(jmesPath.length === 0 ? {} : { jmesPath }),
    };
  });
}

/** A property in JMESPath (https://jmespath.org/specification.html), where most names need quotes. */
function jmes(property: string): string {
  return property
    .split('.')
    .map((name) => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : JSON.stringify(name)))
    .join('.');
}

/** What Azure Key Vault is asked for. */
export function azureObject({ key, version, decode, file }: MountedValue): object {
  return {
    objectName: key,
    objectType: 'secret',
    objectAlias: file,
    ...(version === undefined ? {} : { objectVersion: version }),
    ...(decode === undefined ? {} : { objectEncoding: 'base64' }),
  };
}
