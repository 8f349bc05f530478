/** What `isDataKey` asks for, as it follows "must". */
export const DATA_KEY_RULE = 'be letters, digits, "-", "_" and ".", not "." and not beginning with ".."';

/** Whether Kubernetes takes `key` as a key of a Secret or a ConfigMap. */
export function isDataKey(key: string): boolean {
  return /^[-._a-zA-Z0-9]{1,253}$/.test(key) && !/^\.(\.|$)/.test(key);
}
