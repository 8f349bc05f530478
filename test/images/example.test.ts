import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredImages } from '../../lib/fleet/declared-images';
import { imagesOf } from '../../lib/images/image-project';
import { fleet } from '../../main';
import { entriesOf, zipOf } from '../../tools/car';

const folder = join(__dirname, '..', '..', 'images');

test('every image that main.ts declares has its folder in images/', () => {
  const declared = declaredImages([fleet]);
  expect(imagesOf(folder, declared).map(({ name }) => name)).toEqual(declared.map(({ name }) => name));
});

test.each(readdirSync(folder).filter((name) => readdirSync(join(folder, name)).includes('artifacts')))(
  'the CAR of %s is what its artifacts give',
  (name) => {
    const cars = entriesOf(join(folder, name)).filter((entry) => entry.name.endsWith('.car'));
    expect(cars.map(({ content }) => content)).toEqual([zipOf(entriesOf(join(folder, name, 'artifacts')))]);
  },
);

test('a Dockerfile of a tenant copies its CARs as the article does, for the user of the product', () => {
  const text = readFileSync(join(folder, 'doctor-appointment/Dockerfile'), 'utf8');
  expect(text).toMatch(/^ARG BASE\nFROM \$\{BASE\}\n/m);
  expect(text).toMatch(
    /^COPY --chown=wso2carbon:wso2 carbonapps\/ \$\{WSO2_SERVER_HOME\}\/repository\/deployment\/server\/carbonapps\/\n/m,
  );
});
