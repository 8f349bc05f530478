import { deliberately } from '../../lib';
import { saidOf, saidOfPod } from '../manifests';

const must = 'must name one build, by a tag that does not move or a digest, got';
const instead = "write the tag, or say deliberately('pinned-images')";

test.each(['busybox', 'busybox:latest', 'localhost:5000/a', 'registry.example.com/a:latest'])(
  'the image %s is refused',
  (image) => {
    expect(saidOfPod({ image })).toEqual([`spec.containers[0].image of Pod "app" ${must} "${image}"; ${instead}`]);
  },
);

test.each([
  'busybox:1',
  `busybox@sha256:${'0'.repeat(64)}`,
  `busybox:latest@sha256:${'0'.repeat(64)}`,
  'localhost:5000/a:1',
])('the image %s is taken', (image) => {
  expect(saidOfPod({ image })).toEqual([]);
});

test('a container that a tenant brings is asked too, and one that ends', () => {
  expect(saidOf({ pod: { initContainers: [{ name: 'fetch', image: 'registry.example.com/fetch' }] } })).toEqual([
    'spec.template.spec.initContainers[0].image of Deployment "retail/orders" ' +
      `${must} "registry.example.com/fetch"; ${instead}`,
  ]);
});

test('a moving tag that is meant is taken', () => {
  expect(saidOfPod({ image: 'busybox:latest' }, {}, { annotations: deliberately('pinned-images') })).toEqual([]);
});
