import { MI_RELEASES, type MiRelease } from '../release/mi-release';
import { DEPLOYMENT } from './chart';
import { call, fields } from './code';
import type { Draft } from './draft';
import type { Values } from './values';

/** The image without applications on Docker Hub. */
const STOCK_IMAGE = 'wso2/wso2mi';

/** The release of Micro Integrator that a release of the chart runs, as far as its values say it. */
export function releaseOf(values: Values): MiRelease {
  const of = (text: string) => Object.keys(MI_RELEASES).find((one) => text === one || text.startsWith(`${one}-`));
  const tag = of(values.text(`${DEPLOYMENT}.image.tag`));
  const build = values.says(`${DEPLOYMENT}.BuildVersion`) ? of(values.text(`${DEPLOYMENT}.BuildVersion`)) : undefined;
  const known = [tag, build, `${values.version}.0`].flatMap(
    (one) => Object.keys(MI_RELEASES).find((release) => release === one) ?? [],
  );
  const [release = ''] = known;
  return isRelease(release) ? release : '4.6.0';
}

function isRelease(text: string): text is MiRelease {
  return text in MI_RELEASES;
}

/** The base, the image of the tenant and its drivers. */
export function placeImage(draft: Draft): void {
  const { values, about } = draft;
  const image = `${DEPLOYMENT}.image`;
  const registry = values.text('containerRegistry');
  const path = values.text(`${image}.repository`);
  const digest = values.text(`${image}.digest`);
  const tag = values.text(`${image}.tag`) || about.release;
  if (path === '') {
    draft.lacks(
      `${image}.repository`,
      'the values name no image, and the chart has none; this is the stock one of WSO2',
    );
  }
  const whole = path === '' ? STOCK_IMAGE : [registry, path].filter((part) => part !== '').join('/');
  // A name without a registry is one of Docker Hub, as the kubelet reads it.
  const repository = /^[^/]*[.:][^/]*\//.test(whole)
    ? whole
    : `docker.io/${whole.includes('/') ? '' : 'library/'}${whole}`;
  const policy = values.text(`${image}.pullPolicy`);
  const buildVersion = values.text(`${DEPLOYMENT}.BuildVersion`);
  const notes = [
    ...(digest === '' || values.text(`${image}.tag`) === ''
      ? []
      : ['The digest wins; the chart drops the tag beside it.']),
    ...(buildVersion === about.release
      ? []
      : [`BuildVersion ${buildVersion} only names a folder of mounts in the chart.`]),
    'withPoller where it reads files, topics or a clock: then it must be alone, or coordinated.',
  ];
  draft.before.push({
    notes: [],
    name: 'base',
    code: call(
      'MiBaseImage.fromRegistry',
      repository,
      fields({
        release: about.release,
        tag,
        pullPolicy: policy === 'IfNotPresent' || policy === '' ? undefined : policy,
      }),
    ),
  });
  const drivers = [...draft.drivers];
  draft.set(
    'image',
    call(
      'base.withApp',
      about.tenant,
      tag,
      fields({
        repository,
        tag,
        digest: digest === '' ? undefined : digest,
        drivers: drivers.length === 0 ? undefined : drivers,
      }),
    ),
    ...notes,
  );
}
