import { SharedVolume, VolumeSource } from '../../lib';
import { sentence } from '../../lib/core/refusal';
import { mountComplaints } from '../../lib/volume/mount-refusals';
import { newFleet, newUnit } from '../manifests';

const HOME = '/home/wso2carbon/wso2mi-4.4.0';
const CARS = `${HOME}/repository/deployment/server/carbonapps`;
const source = VolumeSource.nfs('nfs01.example.com', '/export');
const fleet = newFleet();
const clinic = newUnit(fleet, 'clinic');
const files = new SharedVolume(clinic, 'files', { source });
const cars = new SharedVolume(clinic, 'cars', { source });
const foreign = new SharedVolume(newUnit(fleet, 'lab'), 'files', { source });
const frozen = new SharedVolume(clinic, 'frozen', {
  source: VolumeSource.nfs('nfs01.example.com', '/frozen', { mountOptions: ['hard', 'ro'] }),
});
const HINT = 'take a folder that the image does not have: /mnt/in';

test.each([
  ['nothing', []],
  ['folders that the image does not have', [files.at('/mnt/in'), files.readOnlyAt('/mnt/archive')]],
  ['what nodes mount for reading only, to read it', [frozen.readOnlyAt('/mnt/in')]],
  ['the CARs, once', [cars.asCarbonApps(), files.at('/mnt/in')]],
])('a tenant may mount %s', (_what, mounts) => {
  expect(mountComplaints(clinic, HOME, mounts)).toEqual([]);
});

test.each([
  [
    'a folder of the home',
    [files.at(`${HOME}/conf`)],
    [`must not hide the product’s home, got "${HOME}/conf"; ${HINT}`],
  ],
  [
    'the folder of the CARs by its path, whose consequences asCarbonApps tells',
    [files.readOnlyAt(`/${CARS.slice(1)}`)],
    [`must not hide the product’s home, got "${CARS}"; ${HINT}`],
  ],
  [
    'the folder of the CARs to write',
    [files.at(JSON.parse('"repository/deployment/server/carbonapps"') as '/')],
    [
      'must be an absolute path on one line without ".", "..", ":" and a "/" at the end, ' +
        `got "repository/deployment/server/carbonapps"; ${HINT}`,
    ],
  ],
  ['the CARs twice', [cars.asCarbonApps(), files.asCarbonApps()], [`must have a path each, got ${CARS} twice`]],
  [
    'what nodes mount for reading only, to write',
    [frozen.at('/mnt/in')],
    [
      'must only be read where the mount options of their source say "ro", got "/mnt/in"; take readOnlyAt, or leave "ro" ' +
        'out of mountOptions',
    ],
  ],
  ['two volumes at one path', [cars.at('/mnt/in'), files.at('/mnt/in')], ['must have a path each, got /mnt/in twice']],
  [
    'a volume of another unit',
    [foreign.at('/mnt/in')],
    [
      'must be volumes of its own unit "clinic", got "lab/files"; ' +
        'a claim cannot be used from another namespace; declare the same source in this unit',
    ],
  ],
])('a tenant may not mount %s', (_what, mounts, rules) => {
  const complaints = mountComplaints(clinic, HOME, mounts).map((one) => sentence({ kind: 'tenant', id: 'x', ...one }));
  expect(complaints).toEqual(rules.map((rule) => `mounts of tenant "x" ${rule}`));
});
