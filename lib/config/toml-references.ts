import type { Complaint } from '../core/refusal';
import type { Configured } from './configured';
import { leaves } from './toml-leaves';

/** Variables that the official image, the runtime and the tenant's size set (wso2/docker-ei, Dockerfile). */
const SET_BY_IMAGE = ['JVM_MEM_OPTS', 'WSO2_SERVER_HOME', 'WORKING_DIRECTORY', 'JAVA_HOME', 'HOSTNAME'];

/** Variables that are the start script's own (micro-integrator.sh), and that `env` may not set. */
const UNEXPORTED = ['CARBON_HOME', 'JAVACMD'];

/** What the file names and nobody says: the server would end at its start (config-mapper, ReferenceResolver.java). */
export function referenceComplaints(configured: Configured): Complaint[] {
  return [...variableComplaints(configured), ...aliasComplaints(configured)];
}

function variableComplaints({ config, env, part, envFrom }: Configured): Complaint[] {
  const known = new Set([...Object.keys(env), ...Object.keys(part.env), ...SET_BY_IMAGE]);
  // Whole Secrets and ConfigMaps bring names that nobody knows here, but for what they begin with.
  const prefixes = envFrom.map(({ prefix = '' }) => prefix);
  return named(config.toml ?? {}, /\$env\{([^}]*)\}/g)
    .filter(([, name]) => !known.has(name) && !prefixes.some((prefix) => name.startsWith(prefix)))
    .map(([prop, name]) => ({
      prop,
      must: 'name variables that the tenant has',
      got: `$env{${name}}`,
      instead: UNEXPORTED.includes(name)
        ? 'the start script knows it and does not export it; write "$sys{carbon.home}" for the home'
        : `set env.${name}; what the image sets by itself has to be said here too`,
    }));
}

/** The rendered file takes the place of the image's, so the aliases of the vault have to be in it too. */
function aliasComplaints({ config }: Configured): Complaint[] {
  const { toml = {} } = config;
  const known = new Set(Object.keys(toml.secrets ?? {}));
  return named(toml, /\$secret\{([^}]*)\}/g)
    .filter(([, alias]) => !known.has(alias))
    .map(([prop, alias]) => ({
      prop,
      must: 'name an alias of [secrets]',
      got: `$secret{${alias}}`,
      instead: `set config.toml.secrets.${alias} to its cipher text, as ciphertool left it in the image, or to "$env{…}"`,
    }));
}

/** What a pattern finds in the values of a table, each with the prop that holds it. */
function named(table: Parameters<typeof leaves>[0], pattern: RegExp): Array<readonly [string, string]> {
  return leaves(table, 'config.toml').flatMap(([prop, value]) =>
    [...String(value).matchAll(pattern)].map(([, name = '']) => [prop, name] as const),
  );
}
