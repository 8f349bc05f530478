import { type Complaint, complaintsOf, refuse, verbatim } from '../../core/refusal';
import { EnvValue } from '../../secret/env-value';
import { secretComplaints } from '../../secret/literal-secret';
import { FORBIDDEN_FLAGS } from './forbidden-flags';

type Env = Readonly<Record<string, string | EnvValue>>;

/** What the image or the tenant sets, and the server does not start or drain without. */
const SET_BY_TENANT = ['JVM_MEM_OPTS', 'WSO2_SERVER_HOME', 'WORKING_DIRECTORY', 'CARBON_HOME', 'JAVA_HOME', 'JAVACMD'];

/** What the programs of the image are found and loaded by. */
const OF_PROGRAMS = new Set(['PATH', 'LD_PRELOAD', 'LD_LIBRARY_PATH', 'BASH_ENV', 'ENV', 'IFS']);

/** Bytes that Linux takes for a variable, its name and its end (MAX_ARG_STRLEN). */
const MOST_BYTES = 128 * 1024;

/** Flags of the JVM that would undo the heap that follows from the limit. */
const HEAP_FLAG = /-Xm[snx]|-XX:(Max|Initial)(HeapSize|RAM)/;

/** Variables whose flags come after those of JVM_MEM_OPTS, or win over them. */
const JAVA_OPTIONS = new Set(['JAVA_OPTS', 'JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS']);

const FROM_SECRET = 'write EnvValue.fromSecret(name, key), or EnvValue.notSecret(text) if everyone may read it';

/** Refuses what is neither text nor an `EnvValue`, as an unchecked program may hand it over. */
export function requireEnv(id: string, env: Env): void {
  for (const [name, value] of Object.entries<unknown>(env)) {
    if (typeof value !== 'string' && !(value instanceof EnvValue)) {
      refuse({ prop: `env.${name}`, kind: 'tenant', id, must: 'be text or an EnvValue', got: value });
    }
  }
}

/** What is wrong with the variables of a tenant that itself sets `taken`. */
export function envComplaints(env: Env, taken: readonly string[]): Complaint[] {
  const reserved = new Set([...SET_BY_TENANT, ...taken]);
  return Object.entries(env).flatMap(([name, value]): Complaint[] => {
    const prop = `env.${name}`;
    const text = (typeof value === 'string' ? value : value.text) ?? '';
    const bytes = Buffer.byteLength(`${name}=${text}`);
    const setsHeap = name === 'JAVA_MEM_OPTS' || (JAVA_OPTIONS.has(name) && HEAP_FLAG.test(text));
    return [
      ...complaintsOf(prop, [
        [
          /^[A-Za-z_][A-Za-z0-9_]*$/.test(name),
          'be named by letters, digits and "_", not beginning with a digit',
          name,
        ],
        [!reserved.has(name), 'not be set by hand', name, 'the tenant sets it, from its other props'],
        [!OF_PROGRAMS.has(name), 'be left to the image', name, 'its programs are found and loaded by it'],
        [
          bytes < MOST_BYTES,
          `have less than ${MOST_BYTES} bytes, name and all, since no program starts with more`,
          verbatim(`${bytes} bytes`),
          'write config: { files: { … } }',
        ],
        [!setsHeap, 'leave the heap to size', name, 'write size: MiSize.of({ heap: … })'],
      ]),
      ...referenceComplaints(prop, text, reserved),
      ...(JAVA_OPTIONS.has(name) ? optionComplaints(prop, text) : []),
      ...complaintsOf(prop, [[!text.includes('\0'), 'hold no NUL', text]]),
      ...(typeof value === 'string' && !reserved.has(name)
        ? secretComplaints({ prop, from: 'a Secret', instead: FROM_SECRET }, name, value)
        : []),
    ];
  });
}

/** What Kubernetes would put in the place of "$(NAME)": variables that are the tenant's own are not for others to read. */
function referenceComplaints(prop: string, text: string, reserved: ReadonlySet<string>): Complaint[] {
  // "$$(NAME)" stays "$(NAME)".
  const named = [...text.replaceAll('$$', '').matchAll(/\$\(([^()\s]+)\)/g)].map(([, name = '']) => name);
  return named
    .filter((name) => reserved.has(name))
    .map((name) => ({
      prop,
      must: 'not take in what the tenant sets itself',
      got: verbatim(`$(${name})`),
      instead: `write "$$(${name})" where it is text, since Kubernetes puts the value in its place`,
    }));
}

/** Flags that are refused among the arguments are refused here too. */
function optionComplaints(prop: string, text: string): Complaint[] {
  return text.split(/\s+/).flatMap((word) =>
    FORBIDDEN_FLAGS.filter(([pattern]) => pattern.test(word)).map(([, instead]) => ({
      prop,
      must: 'leave the server and its ports alone',
      got: word,
      instead,
    })),
  );
}
