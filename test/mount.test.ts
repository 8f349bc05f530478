import { SharedVolume, VolumeSource } from '../lib';
import { newUnit } from './manifests';

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
