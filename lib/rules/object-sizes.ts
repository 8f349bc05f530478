import { type Refusal, sentence, verbatim } from '../core/refusal';
import { idOf, type KubernetesObject, type Labels, type Rule, templateOf } from '../rendered/rendered-object';
import { MOST_ANNOTATIONS, unusualTexts } from '../rendered/texts';

/** What a request to etcd may take (its flag --max-request-bytes), and with it an object. */
const MOST_OBJECT = 1.5 * 1024 * 1024;

/** Objects that the API server would refuse for their size, at the time of the apply. */
export const objectSizes: Rule = ({ objects }) =>
  unusualTexts(objects).long.flatMap(({ object }) =>
    refusalsOf(object).map((refusal) => sentence({ ...refusal, id: idOf(object) })),
  );

function refusalsOf(object: KubernetesObject): Array<Omit<Refusal, 'id'>> {
  const { kind } = object;
  const noted = [object.metadata.annotations, templateOf(object)?.metadata?.annotations].map(sizeOfTexts);
  const annotations = noted
    .filter((size) => size > MOST_ANNOTATIONS)
    .map((size) => ({
      prop: 'annotations',
      kind,
      must: `have at most ${MOST_ANNOTATIONS} bytes together`,
      got: verbatim(`${size}`),
      instead: 'a ConfigMap or a file of the image takes long texts',
    }));
  const size = Buffer.byteLength(JSON.stringify(object));
  return size <= MOST_OBJECT
    ? annotations
    : [
        ...annotations,
        {
          prop: 'size',
          kind,
          must: `be at most ${MOST_OBJECT} bytes`,
          got: verbatim(`${size}`),
          instead: 'etcd takes no larger request; put what is in it into several objects, or into the image',
        },
      ];
}

function sizeOfTexts(texts: Labels = {}): number {
  return Object.entries(texts).reduce(
    (sum, [key, text]) => sum + Buffer.byteLength(key) + Buffer.byteLength(`${text}`),
    0,
  );
}
