import type { ApiSchema, KnownField } from './api-schema';
import type { KubernetesVersion } from './kubernetes-version';
import { isRecord } from './record';
import { LITERALS, literalsOf, SCALARS } from './schema-complaints';

/** Whether nothing is wrong with a value. */
export type Fit = (value: unknown) => boolean;

/** Made once for each type of a schema in a version: nearly every object fits, and what does not is looked at in words. */
const FITS = new WeakMap<ApiSchema, Map<string, Fit>>();

/** Whether `schemaComplaints` finds nothing wrong with values of a type, in a fraction of its time. */
export function fitOf(schema: ApiSchema, version: KubernetesVersion, type: string): Fit {
  const isFit = fitOfThere(schema, version, type);
  return (value) => value === undefined || isFit(value);
}

/** Of a value that is there. */
function fitOfThere(schema: ApiSchema, version: KubernetesVersion, type: string): Fit {
  const fits = FITS.get(schema) ?? new Map<string, Fit>();
  FITS.set(schema, fits);
  const key = `${version} ${type}`;
  const isFit = fits.get(key) ?? made(schema, version, type);
  fits.set(key, isFit);
  return isFit;
}

function made(schema: ApiSchema, version: KubernetesVersion, type: string): Fit {
  const [scalar] = SCALARS[type] ?? [];
  if (scalar !== undefined) {
    return scalar;
  }
  if (type === 'any') {
    return hasOnlyNumbers;
  }
  if (LITERALS.test(type)) {
    const literals = new Set(literalsOf(type));
    return (value) => literals.has(value);
  }
  if (type.startsWith('[]')) {
    const item = fitOfThere(schema, version, type.slice(2));
    return (value) => Array.isArray(value) && value.every(item);
  }
  if (type.startsWith('{}')) {
    const item = fitOf(schema, version, type.slice(2));
    return (value) => isRecord(value) && Object.values(value).every(item);
  }
  return objectFit(schema, version, schema.fieldsOf(type, version));
}

function objectFit(schema: ApiSchema, version: KubernetesVersion, fields: ReadonlyMap<string, KnownField>): Fit {
  const required = [...fields].flatMap(([name, field]) => (field.required ? [name] : []));
  const fits = new Map<string, Fit>();
  // Types may hold themselves, so a field is looked at when there is one.
  const fitOfField = (name: string) => {
    const known = fields.get(name);
    const isFit = known === undefined ? fitsNothing : fieldFit(schema, version, known);
    fits.set(name, isFit);
    return isFit;
  };
  return (value) => {
    if (!isRecord(value)) {
      return false;
    }
    for (const name in value) {
      const isFit = fits.get(name) ?? fitOfField(name);
      const field = value[name];
      if (field !== undefined && !isFit(field)) {
        return false;
      }
    }
    for (const name of required) {
      if (value[name] === undefined) {
        return false;
      }
    }
    return true;
  };
}

function fieldFit(schema: ApiSchema, version: KubernetesVersion, { type, required }: KnownField): Fit {
  const isFit = fitOfThere(schema, version, type);
  return !required && LITERALS.test(type) ? (value) => value === '' || isFit(value) : isFit;
}

function fitsNothing(): boolean {
  return false;
}

function hasOnlyNumbers(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.values(value).every(hasOnlyNumbers)
    : typeof value !== 'number' || Number.isFinite(value);
}
