import fc from 'fast-check';
import { MI_RELEASES, type MiRelease, miHome } from '../../lib/release/mi-release';
import { brokenByMount } from '../../lib/volume/mount-path';

const ABSOLUTE = 'be an absolute path on one line without ".", "..", ":" and a "/" at the end';
const HOME = '/home/wso2carbon/wso2mi-4.4.0';

test.each([
  '/mnt/in',
  '/mnt',
  '/data',
  '/srv/lab results',
  '/opt/files',
  '/var/lab',
  '/home/lab',
  '/home/wso2carbon/in',
  '/home/wso2carbon/wso2mi-4.4.0-files',
  '/home/wso2carbon/wso2mi-9.9.9',
  '/home/wso2carbon/wso2mi',
  '/runs',
  '/tmp/lab',
])('a mount at %s hides nothing', (path) => {
  expect(brokenByMount(path)).toBeUndefined();
});

test.each([
  ['/home/wso2carbon', 'not hide the product’s home'],
  ['/home', 'not hide the product’s home'],
  [HOME, 'not hide the product’s home'],
  ['/home/wso2carbon/wso2mi-1.1.0', 'not hide the product’s home'],
  ['/home/wso2carbon/wso2mi-4.6.0/conf', 'not hide the product’s home'],
  [`${HOME}/repository/logs`, 'not hide the product’s home'],
  [`${HOME}/conf/deployment.toml`, 'not hide the product’s home'],
  ['/home/wso2carbon/docker-entrypoint.sh', 'not hide the entrypoint'],
  ['/home/wso2carbon/wso2-config-volume', 'not hide the configuration volume'],
  ['/home/wso2carbon/wso2-config-volume/lib', 'not hide the configuration volume'],
  ['/bin', 'not hide the system folder /bin'],
  ['/etc/ssl', 'not hide the system folder /etc'],
  ['/usr/local', 'not hide the system folder /usr'],
  ['/lib', 'not hide the system folder /lib'],
  ['/proc/1', 'not hide the system folder /proc'],
  ['/dev', 'not hide the system folder /dev'],
  ['/sys', 'not hide the system folder /sys'],
  ['/opt', 'not hide the system folder /opt/java'],
  ['/opt/java/openjdk', 'not hide the system folder /opt/java'],
  ['/var', 'not hide the system folder /var/run'],
  ['/var/run/secrets/kubernetes.io', 'not hide the system folder /var/run'],
])('a mount at %s must %s', (path, rule) => {
  expect(brokenByMount(path)).toBe(rule);
});

test.each([
  '',
  '/',
  'mnt/in',
  './mnt',
  '/mnt/',
  '/mnt//in',
  '/mnt/./in',
  '/mnt/../etc',
  '/..',
  '/mnt/a:b',
  '/a\0b',
  '/mnt\n/in',
  '/mnt/a\tb',
  '/mnt/a\u2028b',
])('a mount at %j is no place that Kubernetes takes', (path) => {
  expect(brokenByMount(path)).toBe(ABSOLUTE);
});

/** Folders of the official images (FROM eclipse-temurin on Ubuntu and Alpine) without which nothing starts. */
test.each([
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/lib',
  '/lib64',
  '/opt/java',
  '/proc',
  '/root',
  '/run',
  '/sbin',
  '/sys',
  '/usr',
  '/var/run',
])('a mount at %s, or below it, must not hide it, and one beside it may be', (folder) => {
  expect(brokenByMount(folder)).toBe(`not hide the system folder ${folder}`);
  expect(brokenByMount(`${folder}/below`)).toBe(`not hide the system folder ${folder}`);
  expect(brokenByMount(`${folder}-beside`)).toBeUndefined();
});

const element = fc.stringMatching(/^[a-z0-9_-]{1,10}$/);
const release = fc.constantFrom(...(Object.keys(MI_RELEASES) as MiRelease[]));

test('whatever lies in the home of a release, or holds it, is refused', () => {
  fc.assert(
    fc.property(release, fc.array(element, { maxLength: 4 }), fc.nat(2), (of, below, above) => {
      const home = miHome(of).split('/');
      expect(brokenByMount([...home, ...below].join('/'))).toBe('not hide the product’s home');
      expect(brokenByMount(home.slice(0, home.length - above).join('/'))).toBe('not hide the product’s home');
    }),
  );
});

test('whatever lies below /mnt is taken, and nothing that leaves it again', () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 4 }), (below) => {
      const path = ['/mnt', ...below].join('/');
      expect(brokenByMount(path)).toBeUndefined();
      expect(brokenByMount(`${path}/..`)).toBe(ABSOLUTE);
      expect(brokenByMount(`${path}/`)).toBe(ABSOLUTE);
    }),
  );
});
