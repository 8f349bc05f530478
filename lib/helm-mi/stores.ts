import { CONFIG } from './chart';
import { call } from './code';
import type { Draft } from './draft';
import { STORE_FOLDER } from './toml-places';

/** Stores of keys: those of the image, or files out of the Secret of `JKSSecretName`. */
export function placeStores(draft: Draft): void {
  const { values } = draft;
  const secret = values.text('wso2.deployment.JKSSecretName');
  const files = new Map<string, string>();
  for (const [kind, table] of [
    ['primary', 'keystore.primary'],
    ['internal', 'keystore.internal'],
  ] as const) {
    const path = `${CONFIG}.keyStore.${kind}`;
    const file = values.text(`${path}.fileName`);
    const passwords = ['password', 'keyPassword'].map((key) => values.text(`${path}.${key}`));
    const alias = values.text(`${path}.alias`);
    files.set(file, file);
    const isStock =
      file === 'wso2carbon.jks' &&
      alias === 'wso2carbon' &&
      passwords.every((word) => word === '' || word === 'wso2carbon');
    if (isStock) {
      continue;
    }
    draft.toml(`${table}.file_name`, `${STORE_FOLDER}${file}`);
    draft.toml(`${table}.alias`, alias);
    draft.toml(`${table}.password`, draft.secretReference(`${path}.password`));
    draft.toml(`${table}.key_password`, draft.secretReference(`${path}.keyPassword`));
  }
  const trust = `${CONFIG}.trustStore.primary`;
  const truststore = values.text(`${trust}.fileName`);
  const word = values.text(`${trust}.password`);
  files.set(truststore, truststore);
  if (truststore !== 'client-truststore.jks' || (word !== '' && word !== 'wso2carbon')) {
    draft.toml('truststore.file_name', `${STORE_FOLDER}${truststore}`);
    draft.toml('truststore.password', draft.secretReference(`${trust}.password`));
  }
  for (const side of ['listener', 'sender']) {
    for (const store of ['keystore', 'truststore']) {
      const mounted = `${CONFIG}.transport.http.nonBlocking.${side}.${store}.fileName`;
      const group = store === 'keystore' ? 'keyStore' : 'trustStore';
      const key = values.text(`${CONFIG}.${group}.transport.${side}.fileName`) || values.text(mounted);
      if (values.text(mounted) !== '') {
        files.set(values.text(mounted), key);
      }
    }
  }
  if (secret === '') {
    return;
  }
  for (const [file, key] of files) {
    draft.set(`files/${STORE_FOLDER}${file}`, call('ConfigFile.fromSecret', secret, key));
  }
}
