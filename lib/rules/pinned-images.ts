import { sentence } from '../core/refusal';
import { parseImageReference } from '../image/image-reference';
import type { Rule } from '../rendered/rendered-object';
import { typedPods } from '../rendered/schema-judgement';

/** A moving tag changes what runs without changing the manifest: nothing rolls out, and nothing rolls back. */
export const pinnedImages: Rule = (render) =>
  typedPods(render).flatMap(({ about, path, pod }) =>
    (['initContainers', 'containers'] as const).flatMap((list) =>
      (pod[list] ?? []).flatMap(({ image = '' }, index) => {
        const { tag, digest } = parseImageReference(image);
        // That there is an image at all is asked by the server.
        return image === '' || digest !== undefined || (tag !== undefined && tag !== 'latest')
          ? []
          : [
              sentence({
                ...about,
                prop: `${path}.${list}[${index}].image`,
                must: 'name one build, by a tag that does not move or a digest',
                got: image,
                instead: "write the tag, or say deliberately('pinned-images')",
              }),
            ];
      }),
    ),
  );
