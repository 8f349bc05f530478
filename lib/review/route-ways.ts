import { outcomeOf } from '../core/outcome';
import type { Manifest } from '../diff/manifest';
import { claimsOf } from '../rendered/object-claims';
import type { KubernetesObject } from '../rendered/rendered-object';
import { ANY_HOST } from '../route/settings';
import { at, fieldsAt, listAt, numberAt, textAt } from './read';

/** Requests of everybody from outside, and a Service that gets some of them. */
export interface RouteWay {
  /** The object that leads there. */
  readonly object: Manifest;
  readonly host: string;
  readonly path: string;
  /** Namespace and name of the Service. */
  readonly service: string;
}

/** One rule of an object: the object with it alone, and the Services that get its requests. */
interface Rule {
  readonly object: Manifest;
  readonly services: readonly string[];
}

/**
 * Every way of requests from outside, by all kinds that lead them. Left out are those of some people alone (by a header or
 * a cookie), and rules that only send elsewhere.
 */
export function routeWays(objects: readonly Manifest[]): RouteWay[] {
  const named = new Map(objects.map((object) => [placeOf(object, object.kind, object.metadata.name), object]));
  return objects.flatMap((object) =>
    (READERS[object.kind]?.(object, named) ?? []).flatMap((rule) =>
      // Only the parts that lead requests are looked at.
      claimsOf(rule.object as KubernetesObject).flatMap(({ host, path = '/' }) =>
        rule.services.map((service) => ({ object, host, path, service })),
      ),
    ),
  );
}

type Named = ReadonlyMap<string, Manifest>;

const READERS: Readonly<Record<string, (object: Manifest, named: Named) => Rule[]>> = {
  Ingress: rulesOfIngress,
  HTTPRoute: rulesOfGateway,
  GRPCRoute: rulesOfGateway,
  TLSRoute: rulesOfGateway,
  IngressRoute: rulesOfTraefik,
  IngressRouteTCP: rulesOfTraefik,
};

const [NGINX, ALB] = ['nginx.ingress.kubernetes.io/', 'alb.ingress.kubernetes.io/'];

function rulesOfIngress(object: Manifest): Rule[] {
  const annotations = fieldsAt(object, 'metadata', 'annotations');
  const isOfSome =
    annotations[`${NGINX}canary`] === 'true' && !(Number(annotations[`${NGINX}canary-weight`] ?? '0') > 0);
  const paths = listAt(object, 'spec', 'rules').flatMap((rule) =>
    listAt(rule, 'http', 'paths').map((path) => ({
      spec: { rules: [{ host: at(rule, 'host'), http: { paths: [path] } }] },
      backend: at(path, 'backend'),
    })),
  );
  const backend = at(object, 'spec', 'defaultBackend');
  const others = backend === undefined ? [] : [{ spec: { defaultBackend: backend }, backend }];
  return isOfSome
    ? []
    : [...paths, ...others].map(({ spec, backend: to }) => ({
        object: withSpec(object, spec),
        services: backendsOf(textAt(to, 'service', 'name'), annotations).map((name) => serviceKey(object, name)),
      }));
}

/** The Services of a backend; of an ALB it may be an action, which is read like one of everybody where nothing narrows it. */
function backendsOf(name: string | undefined, annotations: Readonly<Record<string, unknown>>): string[] {
  if (name === undefined || annotations[`${ALB}conditions.${name}`] !== undefined) {
    return [];
  }
  const action = textAt(annotations, `${ALB}actions.${name}`);
  if (action === undefined) {
    return [name];
  }
  const read = outcomeOf((): unknown => JSON.parse(action));
  const groups = 'value' in read ? listAt(read.value, 'forwardConfig', 'targetGroups') : [];
  return groups.filter(hasShare).flatMap((group) => textAt(group, 'serviceName') ?? []);
}

function rulesOfGateway(object: Manifest): Rule[] {
  return listAt(object, 'spec', 'rules').map((rule) => {
    const matches = listAt(rule, 'matches');
    const open = matches.filter((match) =>
      ['headers', 'queryParams', 'method'].every((field) => at(match, field) === undefined),
    );
    const rules = [matches.length === 0 ? rule : { ...Object(rule), matches: open }];
    const backends = listAt(rule, 'backendRefs').filter(hasShare);
    return {
      object: withSpec(object, { ...fieldsAt(object, 'spec'), rules }),
      services: backends.map((to) => serviceKey(object, textAt(to, 'name'), textAt(to, 'namespace'))),
    };
  });
}

/** What of a rule of Traefik makes it one of some people. */
const OF_SOME = /\b(Header|HeaderRegexp|Query|QueryRegexp|Method|ClientIP)\(/;

function rulesOfTraefik(object: Manifest, named: Named): Rule[] {
  return listAt(object, 'spec', 'routes').map((route) => {
    const match = literalMatch(textAt(route, 'match') ?? '');
    const middlewares = listAt(route, 'middlewares').map((one) => related(object, named, 'Middleware', one));
    const isElsewhere = middlewares.some((one) => at(one, 'spec', 'redirectScheme') !== undefined);
    return {
      object: withSpec(object, { routes: [{ ...Object(route), match }] }),
      services: OF_SOME.test(match) || isElsewhere ? [] : servicesOfTraefik(object, named, listAt(route, 'services')),
    };
  });
}

function servicesOfTraefik(object: Manifest, named: Named, services: readonly unknown[]): string[] {
  return services.filter(hasShare).flatMap((to) => {
    const weighted = textAt(to, 'kind') === 'TraefikService' ? related(object, named, 'TraefikService', to) : undefined;
    return weighted === undefined
      ? [serviceKey(object, textAt(to, 'name'), textAt(to, 'namespace'))]
      : servicesOfTraefik(weighted, named, listAt(weighted, 'spec', 'weighted', 'services'));
  });
}

/** A rule with each host by its name: what it only excludes left out, a wildcard as others write it, any host said. */
function literalMatch(match: string): string {
  const named = match
    .replace(/!\w+\(`[^`]*`\)/g, '')
    .replace(/\b(Host(?:SNI)?)Regexp\(`\^\[\^\.\]\+([^`]*)\$`\)/g, (_, kind: string, domain: string) => {
      return `${kind}(\`*${domain.replaceAll('\\', '')}\`)`;
    });
  return /\bHost/.test(named) ? named : `Host(\`${ANY_HOST}\`) && ${named}`;
}

function related({ metadata }: Manifest, named: Named, kind: string, ref: unknown): Manifest | undefined {
  const namespace = textAt(ref, 'namespace') ?? metadata.namespace;
  return named.get(placeOf({ metadata: { namespace } }, kind, textAt(ref, 'name') ?? ''));
}

/** Who has a weight of none gets nothing. */
function hasShare(backend: unknown): boolean {
  return numberAt(backend, 'weight') !== 0;
}

/** What tells Services apart: namespace and name. */
export function serviceKey({ metadata }: Manifest, name = '', namespace = metadata.namespace): string {
  return `${namespace ?? ''}/${name}`;
}

function placeOf(
  { metadata }: { readonly metadata: { readonly namespace?: string } },
  kind: string,
  name: string,
): string {
  return [kind, metadata.namespace ?? '', name].join(' ');
}

function withSpec({ apiVersion, kind, metadata }: Manifest, spec: object): Manifest {
  const object = { apiVersion, kind, metadata, spec };
  return object;
}
