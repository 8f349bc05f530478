import { LogFolder, LoggingSidecar, type MiRelease } from '../../lib';
import { base, newTenant, podOf } from '../manifests';

const HOME = '/home/wso2carbon/wso2mi-4.4.0';

function podWith(...logging: readonly (LogFolder | LoggingSidecar)[]) {
  return podOf(newTenant({ image: base.withApp('orders', '1.0.0'), logging }).unit);
}

test('the log folder that the pod keeps is a volume as large as the disk of the server, and nothing else is added', () => {
  const { volumes = [], containers, initContainers } = podWith(LogFolder.keptByPod());
  expect(volumes).toContainEqual({ name: 'logs', emptyDir: { sizeLimit: '3369Mi' } });
  expect(containers.map(({ volumeMounts = [] }) => volumeMounts.filter(({ name }) => name === 'logs'))).toEqual([
    [{ name: 'logs', mountPath: `${HOME}/repository/logs` }],
  ]);
  expect(initContainers).toBeUndefined();
});

test('beside a sidecar that reads it, it is the same volume', () => {
  const sidecar = LoggingSidecar.toStdout({ image: 'registry.example.com/tools/busybox:1.36.1', files: ['audit.log'] });
  expect(podWith(LogFolder.keptByPod(), sidecar)).toEqual(podWith(sidecar));
});

test('without it logs and heap dump are in the container, and go with it', () => {
  const { volumes = [], containers } = podWith();
  expect(volumes.filter(({ name }) => name === 'logs')).toEqual([]);
  expect(JSON.stringify(containers)).not.toContain('repository/logs');
});

test.each<MiRelease>(['1.2.0', '4.0.0', '4.6.0'])('release %s has it in its own home', (release) => {
  const image = base.withApp('orders', '1.0.0');
  const part = LogFolder.keptByPod().part({ ...image, release }, { diskMebibytes: 64, kubernetes: '1.33' });
  expect(part.volumes).toEqual([{ name: 'logs', emptyDir: { sizeLimit: '64Mi' } }]);
  expect(part.volumeMounts?.[0]?.mountPath).toBe(`/home/wso2carbon/wso2mi-${release}/repository/logs`);
});
