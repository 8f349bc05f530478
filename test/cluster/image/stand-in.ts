import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf, type StandInRelease } from '../stand-in/releases';
import type { Image } from './archive';
import { builtGo } from './built-go';
import { busyboxEntries, folder } from './busybox';
import type { Entry } from './tar';

const SOURCES = join(__dirname, '../stand-in');
const USER_HOME = '/home/wso2carbon';
const JAVA_HOME = '/opt/java/openjdk';

/** The home of the server in the image of a release. */
export function homeOf(release: StandInRelease): string {
  return `${USER_HOME}/wso2mi-${release}`;
}

/** The image of the stand-in for a release: the user, home, files, ports and facts of that release. */
export function standInImage(release: StandInRelease, names: readonly string[]): Image {
  const { user } = factsOf(release);
  return {
    names,
    config: {
      Entrypoint: [`${USER_HOME}/docker-entrypoint.sh`],
      User: String(user),
      WorkingDir: USER_HOME,
      Env: [
        `PATH=${JAVA_HOME}/bin:/bin`,
        `JAVA_HOME=${JAVA_HOME}`,
        `WORKING_DIRECTORY=${USER_HOME}`,
        `WSO2_SERVER_HOME=${homeOf(release)}`,
      ],
      ExposedPorts: { '8253/tcp': {}, '8290/tcp': {} },
    },
    entries: [...busyboxEntries({ name: 'wso2carbon', id: user, home: USER_HOME }), ...java(release), ...home(release)],
  };
}

function java(release: StandInRelease): Entry[] {
  const facts = Buffer.from(JSON.stringify({ release, ...factsOf(release) }));
  return [
    ...['opt', 'opt/java', 'opt/java/openjdk', 'opt/java/openjdk/bin', 'opt/stand-in'].map(folder),
    {
      path: 'opt/java/openjdk/bin/java',
      mode: 0o755,
      is: { file: readFileSync(builtGo(SOURCES, 'stand-in', 'java')) },
    },
    { path: 'opt/stand-in/facts.json', mode: 0o644, is: { file: facts } },
  ];
}

function home(release: StandInRelease): Entry[] {
  const { user } = factsOf(release);
  const path = homeOf(release).slice(1);
  const owned = (name: string): Entry => ({ path: name, mode: 0o755, user, is: 'folder' });
  const file = (name: string, mode: number, text: Buffer): Entry => ({ path: name, mode, user, is: { file: text } });
  return [
    folder('home'),
    owned(USER_HOME.slice(1)),
    file(`${USER_HOME.slice(1)}/docker-entrypoint.sh`, 0o755, source('docker-entrypoint.sh')),
    ...['', ...FOLDERS.map((name) => `/${name}`)].map((name) => owned(`${path}${name}`)),
    file(`${path}/bin/micro-integrator.sh`, 0o755, source('micro-integrator.sh')),
    ...Object.entries(STOCK).map(([name, text]) => file(`${path}/${name}`, 0o644, Buffer.from(text))),
  ];
}

const FOLDERS = [
  'bin',
  'conf',
  'dropins',
  'lib',
  'patches',
  'registry',
  'repository',
  'repository/deployment',
  'repository/deployment/server',
  'repository/deployment/server/carbonapps',
  'repository/logs',
  'repository/resources',
  'repository/resources/security',
  'tmp',
];

const STOCK: Readonly<Record<string, string>> = {
  'conf/deployment.toml': '# stock\n[server]\nhostname = "localhost"\n',
  'conf/log4j2.properties': '# stock\n',
  'repository/resources/security/wso2carbon.jks': 'stock keystore\n',
  'repository/resources/security/client-truststore.jks': 'stock truststore\n',
  'tmp/left-over': 'of a start before\n',
};

function source(name: string): Buffer {
  return readFileSync(join(SOURCES, name));
}
