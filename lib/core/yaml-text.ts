import { isMisread, plainYaml } from './plain-yaml';
import { YAML_1_1, yamlPackage } from './yaml-1-1';

/** Line ends that YAML 1.1 knows and others do not, and a byte order mark: written by their number, all read them alike. */
const UNLIKE = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** An object as YAML, in which every text stays a text for every reader. */
export function yamlText(object: unknown): string {
  return plainYaml(object) ?? packagedYaml(object);
}

/** The same by the `yaml` package, whatever is in the object. */
export function packagedYaml(object: unknown): string {
  const { Document, Scalar, visit } = yamlPackage();
  const document = new Document(object, YAML_1_1);
  visit(document, {
    Scalar: (_key, scalar) => {
      const { value } = scalar;
      if (typeof value === 'string' && (isMisread(value) || value.search(UNLIKE) >= 0)) {
        scalar.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document.toString(YAML_1_1).replace(UNLIKE, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
