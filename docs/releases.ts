import { MI_RELEASES } from '../lib';

const HEAD = `# What differs between releases

Written by \`npm run docs\` from \`MI_RELEASES\`; \`npm test\` fails when it is old.

A secret that \`deployment.toml\` reads must not hold what its release spoils: \`$\` and \`\\\` end the start, \`&\` and \`<\` break the XML that it is written into, \`{{\` is rendered as a template. A variable whose text stands in the source is refused; what stands in a Secret nobody can see here, so make secrets of letters, digits, \`-\` and \`_\`. With a JDK that its start script does not take, a pod says so and exits with 0, again and again.

`;

/** The text of `docs/releases.md`: a row a release. */
export function releasesDoc(): string {
  const rows = Object.entries(MI_RELEASES).map(
    ([release, { jdk, user, spoils, drainSeconds, drainIsConfigurable }]) => [
      release,
      `${jdk.least} to ${jdk.most}`,
      `${user}`,
      `${drainSeconds} s${drainIsConfigurable ? ', or as said' : ''}`,
      spoils.map((letters) => `\`${letters}\``).join(' '),
    ],
  );
  const table = [['release', 'JDK', 'user', 'drain', 'not in a secret'], ['---', '---', '---', '---', '---'], ...rows];
  return HEAD + table.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
