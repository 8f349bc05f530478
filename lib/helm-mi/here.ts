import { parse } from 'smol-toml';
import { propertiesOf, type Rendered } from './leaves';

type Fields = Readonly<Record<string, unknown>>;

/** What the imported fleet renders, as a comparison asks for it. */
export class Here {
  /** The pod of the tenant. */
  public readonly pod: Fields;
  /** Its container. */
  public readonly container: Fields;
  /** Its `deployment.toml`. */
  public readonly toml: Fields;
  /** Its `log4j2.properties`; empty where the image keeps its own. */
  public readonly log4j2: Readonly<Record<string, string>>;

  public constructor(public readonly objects: readonly Rendered[]) {
    this.pod = Object(at(this.one('Deployment'), 'spec/template/spec'));
    this.container = fieldsOf(listOf(this.pod.containers)[0]);
    const data = fieldsOf(this.one('ConfigMap')?.data);
    this.toml = parse(String(data['deployment.toml'] ?? ''));
    this.log4j2 = propertiesOf(String(data['log4j2.properties'] ?? ''));
  }

  /** The first object of a kind. */
  public one(kind: string): Rendered | undefined {
    return this.of(kind)[0];
  }

  /** All objects of a kind. */
  public of(kind: string): Rendered[] {
    return this.objects.filter((object) => object.kind === kind);
  }

  /** A field of the first object of a kind. */
  public field(kind: string, path: string): unknown {
    return at(this.one(kind), path);
  }

  /** Whether a value stands anywhere in the objects of a kind. */
  public says(kind: string, value: unknown): boolean {
    return this.of(kind).some((object) => JSON.stringify(object).includes(JSON.stringify(value).replace(/^"|"$/g, '')));
  }

  /** A variable of the container. */
  public variable(name: string): Fields | undefined {
    return listOf(this.container.env)
      .map(fieldsOf)
      .find((one) => one.name === name);
  }
}

/** The value at a path of an object, `a/b/0`. */
export function at(value: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((found, key) => fieldsOf(found)[key], value);
}

/** The fields of a value; none of what has none. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object(value) : {};
}

/** The items of a value; none of what has none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
