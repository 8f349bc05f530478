/** Words that, at the end of a part of a name, say that the value is a secret. */
const SECRET_WORD = /(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|APIKEY|PRIVATEKEY|ACCESSKEY)\d*$/;
const SECRET_PARTS = new Set(['PWD', 'PASS', 'KEY']);

/** Last parts of a name that say the value is about a secret, not the secret: `TOKEN_URL`, `KEY_ALIAS`. */
const ABOUT = new Set(
  (
    'URL URI ENDPOINT HOST HOSTNAME PORT PATH FILE FILENAME DIR LOCATION NAME ID ALIAS TYPE FORMAT ALGORITHM ALG ISSUER ' +
    'AUDIENCE SCOPE SCOPES HEADER PREFIX POLICY PROVIDER VERSION ENABLED REQUIRED TTL EXPIRY EXPIRATION LIFETIME TIMEOUT ' +
    'SECONDS MINUTES MS AGE LENGTH SIZE BITS COUNT LIMIT REF'
  ).split(' '),
);

const SECRET_VALUES: ReadonlyArray<readonly [RegExp, string]> = [
  [/-----BEGIN [A-Z ]+-----/, 'a PEM block'],
  [/\/\/[^\s/:@]+:[^\s/@]+@/, 'user:password@ in a URL'],
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/, 'an AWS access key'],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/, 'a JSON Web Token'],
  [/[?&;](password|passwd|pwd|token|secret|api_?key)=[^&;$\s]/i, 'a password among the parameters of a URL'],
];

/**
 * Why a value looks like a secret written out, or `undefined` if it does not. Judged by the name (`DB_PASSWORD`,
 * `apiToken`, `SIGNING_KEY`; not `TOKEN_URL`) and by the value (PEM, `user:password@`, AWS access key, JWT). An empty
 * value, a boolean and a reference (`$env{X}`, `$secret{x}`) are none.
 */
export function literalSecret(name: string, value: string): string | undefined {
  const byValue = SECRET_VALUES.find(([pattern]) => pattern.test(value));
  if (byValue !== undefined) {
    return `a value that holds ${byValue[1]}`;
  }
  const plain = value === '' || /^(true|false)$/i.test(value) || /^\$(env|secret|sys|ref)\{[^}]+\}$/.test(value);
  return !plain && isSecretName(name) ? 'a name that means a secret' : undefined;
}

function isSecretName(name: string): boolean {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((part) => part !== '');
  return !ABOUT.has(parts.at(-1) ?? '') && parts.some((part) => SECRET_PARTS.has(part) || SECRET_WORD.test(part));
}
