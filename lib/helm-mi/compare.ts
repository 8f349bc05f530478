import type { MiRelease } from '../release/mi-release';
import { Here } from './here';
import { type Leaf, leavesOf, type Rendered, titleOf } from './leaves';
import { log4j2Verdict } from './log4j2-verdict';
import { objectVerdict } from './object-verdicts';
import { onlyHere } from './only-here';
import { podVerdict } from './pod-verdicts';
import { tomlVerdict } from './toml-verdict';
import { better, EQUAL, type Sides, type Verdict, worse } from './verdict';

/** A field of an object of the chart, with what has become of it, or one of ours that the chart has not. */
export interface Judged extends Verdict {
  /** Kind and name of the object. */
  readonly object: string;
  /** The field, and what is said there. */
  readonly field: Leaf;
}

/**
 * Judges every field of the chart's objects against what the imported fleet renders, and what only the fleet tells the
 * server.
 */
export function compare(theirs: readonly Rendered[], ours: readonly Rendered[], release: MiRelease): Judged[] {
  const here = new Here(ours);
  const judged = theirs.flatMap((object) =>
    leavesOf(object).map((field) => ({
      object: titleOf(object),
      field,
      ...judge(object, field, { here, theirs, release }),
    })),
  );
  return [...judged, ...onlyHere(theirs, here)];
}

function judge(object: Rendered, field: Leaf, sides: Sides): Verdict {
  if (/^\/(apiVersion|kind|metadata\/(name|namespace|labels\/.*))$/.test(field.path)) {
    return EQUAL;
  }
  if (object.kind === 'Deployment') {
    return podVerdict(object, field, sides);
  }
  if (object.kind === 'ConfigMap') {
    return fileVerdict(field, sides);
  }
  return objectVerdict(object, field, sides);
}

function fileVerdict(field: Leaf, sides: Sides): Verdict {
  const [, file = '', path = ''] = /^\/data\/([^!]+)!?\/?(.*)$/.exec(field.path) ?? [];
  switch (file) {
    case 'deployment.toml':
      return tomlVerdict(path, field.value, sides);
    case 'log4j2.properties':
      return log4j2Verdict(path, String(field.value), sides.here);
    case 'file.properties': {
      const text = sides.here.objects.some((one) => JSON.stringify(one.data ?? '').includes(`${path}=${field.value}`));
      const secret = JSON.stringify(sides.here.pod).includes('file-properties');
      return text ? EQUAL : secret ? better('out of a Secret') : worse(undefined);
    }
    case 'docker-entrypoint.sh':
      return better('the image’s own entrypoint runs');
    case 'secret-conf.properties':
      return better('the cipher tool encrypts at the build of the image, not at each start');
    case 'ca.crt':
      return better('a ConfigMap with the certificate of the image that runs, not a copy of the stock one');
    default:
      return worse(undefined);
  }
}

/** From the gravest on. */
const TOLD = ['worse', 'other', 'better'] as const;

/** Every difference in a line, the gravest first, then how many there are for each reason, and the totals. */
export function comparisonText(judged: readonly Judged[]): string {
  const of = (verdict: Verdict['verdict']) => judged.filter((one) => one.verdict === verdict);
  const lines = TOLD.flatMap(of).map(
    ({ verdict, object, field, because }) => `${verdict}  ${object}  ${shown(field)}: ${because}\n`,
  );
  const reasons = TOLD.flatMap((verdict) => {
    const counts = new Map<string, number>();
    for (const { because = '' } of of(verdict)) {
      counts.set(because, (counts.get(because) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, two]) => two - one).map(([because, n]) => `${n} ${verdict}: ${because}\n`);
  });
  const totals = ['equal' as const, 'other' as const, 'better' as const, 'worse' as const]
    .map((verdict) => `${of(verdict).length} ${verdict}`)
    .join(', ');
  return [...lines, ...(reasons.length === 0 ? [] : ['\n']), ...reasons, `${totals}\n`].join('');
}

/** A field and its value; what may be a secret is not shown. */
function shown({ path, value }: Leaf): string {
  const secret = /(password|secret|token|tls\.key|clientid|dockerconfigjson|\/secrets\/)/i.test(path);
  const text = secret ? 'a secret' : JSON.stringify(value);
  return `${path.slice(1)} = ${text.length > 80 ? `${text.slice(0, 77)}…` : text}`;
}
