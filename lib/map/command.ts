import { writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { AddCommand } from '../core/shell';
import { readManifests } from '../diff/manifest-folder';
import { fleetMap, type Place, type TenantOnMap } from './fleet-map';
import { mapHtml } from './map-html';
import { mapMarkdown } from './map-markdown';
import { SourceLines } from './source-lines';

/** `cdk8s-wso2-mi map`: a fleet as a page to look at. */
export const addMap: AddCommand = (program, shell) => {
  program
    .command('map')
    .description(
      'Writes a page of the fleet as it is rendered: units, tenants, routes, volumes, network, scaling, images; with a ' +
        'search, and the lines of each tenant. It asks for nothing beside itself. Beside it the same as Markdown.',
    )
    .argument('[folder]', 'a folder of manifests', 'dist')
    .option('--output <name>', 'the files are <name>.html and <name>.md', 'map')
    .option('--title <title>', 'what the page is called', 'Fleet of Micro Integrator')
    .action((folder: string, { output, title }: { readonly output: string; readonly title: string }) => {
      const inFolder = [...readManifests(folder, 'map')].map(([name, text]) => [join(folder, name), text] as const);
      const units = fleetMap(new Map(inFolder));
      const sources = SourceLines.of('.');
      const declared = ({ tenant }: TenantOnMap) =>
        sources.placeOf(tenant) ?? sources.placeOf(tenant.replace(/-canary$/, ''));
      // Links lead from where the page lies.
      const addressOf = ({ file }: Place) => relative(dirname(output), file).replaceAll('\\', '/');
      writeFileSync(`${output}.html`, mapHtml(title, units, declared, addressOf));
      writeFileSync(`${output}.md`, mapMarkdown(title, units, declared, addressOf));
      shell.stderr.write(
        `${relative('.', `${output}.html`)} and ${relative('.', `${output}.md`)}: ${units.length} units\n`,
      );
    });
};
