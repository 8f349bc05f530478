import { SharedVolume, VolumeSource } from '../../lib';
import { imageOf } from '../config-parts';
import { newUnit } from '../manifests';

const HOME = '/home/wso2carbon/wso2mi-4.4.0';
const volume = new SharedVolume(newUnit(), 'files', { source: VolumeSource.nfs('nfs01.example.com', '/export') });

test('a mount is where it says, whatever the release', () => {
  expect(volume.at('/mnt/in').pathIn(HOME)).toBe('/mnt/in');
  expect(volume.at('/mnt/in').bringsCarbonApps).toBe(false);
});

test('the CARs are brought into the home of the release, read-only', () => {
  const mount = volume.asCarbonApps();
  expect(mount.pathIn(HOME)).toBe('/home/wso2carbon/wso2mi-4.4.0/repository/deployment/server/carbonapps');
  expect(mount.readOnly).toBe(true);
  expect(mount.bringsCarbonApps).toBe(true);
});

test('a mount adds its claim to the pod, where the server sees it, and the group of its files', () => {
  const [plain, ours] = [undefined, 3000].map(
    (group, index) =>
      new SharedVolume(newUnit(), `volume-${index}`, {
        source: VolumeSource.nfs('nfs01.example.com', '/export'),
        ...(group === undefined ? {} : { group }),
      }),
  );
  expect(plain?.at('/mnt/in').part(imageOf('4.4.0'))).toEqual({
    volumes: [{ name: 'shared-volume-0', persistentVolumeClaim: { claimName: plain?.claimName } }],
    volumeMounts: [{ name: 'shared-volume-0', mountPath: '/mnt/in', readOnly: undefined }],
    volumeGroups: [],
  });
  expect(ours?.asCarbonApps().part(imageOf('4.4.0'))).toMatchObject({
    volumeMounts: [{ mountPath: `${HOME}/repository/deployment/server/carbonapps`, readOnly: true }],
    volumeGroups: [3000],
  });
});
