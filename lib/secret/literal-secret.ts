import { type Complaint, verbatim } from '../core/refusal';

/** Words that, at the end of a part of a name, say that the value is a secret. */
const SECRET_WORD =
  /(PASSWORDS?|PASSWD|PASSPHRASE|SECRETS?|TOKENS?|CREDENTIALS?|APIKEY|PRIVATEKEY|ACCESSKEY|SECRETKEY)$/;
const SECRET_PARTS = new Set(['PWD', 'PW', 'KEY', 'CREDS', 'DBPASS', 'SIGNINGKEY']);

/** What stands before KEY where it is no secret: a part of a table, a message or a pair that may be seen. */
const OPEN_KEYS =
  /(^|_)(PUBLIC|PRIMARY|FOREIGN|UNIQUE|BUSINESS|NATURAL|SURROGATE|LOOKUP|INDEX|PARTITION|ROUTING|SORT|CACHE|MAP|OBJECT|GROUP|MESSAGE|CORRELATION|IDEMPOTENCY)_KEY$/;

/** Last parts of a name that say the value is about a secret, not the secret: `TOKEN_URL`, `KEY_ALIAS`. */
const ABOUT = new Set(
  (
    'URL URI ENDPOINT HOST HOSTNAME PORT PATH FILE FILENAME DIR LOCATION NAME ID ALIAS TYPE FORMAT ' +
    'ALGORITHM ALG ISSUER AUDIENCE SCOPE SCOPES HEADER PREFIX POLICY PROVIDER VERSION ENABLE ENABLED ' +
    'REQUIRED TTL EXPIRY EXPIRATION LIFETIME TIMEOUT SECONDS MINUTES MS AGE LENGTH SIZE BITS COUNT LIMIT ' +
    'REF PATTERN INTERVAL CLASS MODE RETRIES STORE VAULT COLUMN COLUMNS FIELD FIELDS ATTRIBUTE ENCODING CHARSET ' +
    'SEPARATOR DELIMITER'
  ).split(' '),
);

const SECRET_VALUES: ReadonlyArray<readonly [RegExp, string]> = [
  [/-----BEGIN [A-Z ]+-----/, 'a PEM block'],
  [/\/\/[^\s/:@]*:(?!\$(env|secret|sys|ref)?\{[^}]+\}@)[^\s/@]+@/, 'user:password@ in a URL'],
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/, 'an AWS access key'],
  [/\b[sr]k_(live|test)_[A-Za-z0-9]{10,}/, 'a payment key'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}|hooks\.slack\.com\/services\//, 'a Slack token'],
  [/^jdbc:oracle:[^@\s]*:[^/@\s]+\/[^@\s$]+@/, 'user/password@ in a URL'],
  [/\bgh[pousr]_[A-Za-z0-9]{20,}/, 'a GitHub token'],
  [/\b(password|passwd|pwd)\s*=\s*["'][^"'$]+["']/i, 'a password in quotes'],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/, 'a JSON Web Token'],
  // A word in small letters is a word: "Bearer authentication".
  [/^(Basic|Bearer) (?=\S+[A-Z0-9=]|[a-z]{16})[A-Za-z0-9+/=._-]{8,}$/, 'an Authorization header'],
  [/(^|\s|-D[\w.-]*)(password|passwd|pwd|secret|api_?key)=(?!["']?\$)[^\s&;]+/i, 'a password after its name'],
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
  const plain = value === '' || /^(true|false)$/i.test(value) || /^\$(env|secret|sys|ref)?\{[^}]+\}$/.test(value);
  return !plain && isSecretName(name) ? 'a name that means a secret' : undefined;
}

/** A place where a secret must not stand written out. */
export interface OpenPlace {
  /** The prop that holds the value. */
  readonly prop: string;
  /**
   * What is said before what was found, such as the line that it stands in.
   *
   * @default - nothing
   */
  readonly at?: string;
  /** Where a secret comes from there. */
  readonly from: 'a Secret' | 'the environment';
  /** How that is written. */
  readonly instead: string;
}

/** What is wrong with a value of that name in the open; it is not repeated, since the sentence ends up in logs. */
export function secretComplaints(
  { prop, at = '', from, instead }: OpenPlace,
  name: string,
  value: string,
): Complaint[] {
  const secret = literalSecret(name, value);
  return secret === undefined
    ? []
    : [{ prop, must: `take a secret from ${from}`, got: verbatim(`${at}${secret}`), instead }];
}

function isSecretName(name: string): boolean {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .map((part) => part.replace(/\d+$/, ''))
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  return (
    // An AppRole's secret_id is the secret itself.
    (!ABOUT.has(last) || parts.slice(-2).join('_') === 'SECRET_ID') &&
    !OPEN_KEYS.test(parts.join('_')) &&
    (last === 'PASS' || parts.some((part) => SECRET_PARTS.has(part) || SECRET_WORD.test(part)))
  );
}
