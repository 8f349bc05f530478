import { CONFIG, KEYS } from './chart';
import { name } from './code';
import { datasourceOf } from './database';
import type { Draft } from './draft';
import { NARROW } from './endpoint';
import { placeLeaf, snakePath } from './toml-places';
import { isFull } from './values';

/** Who may log in: a file, a directory or a database. */
export function placeUsers(draft: Draft): void {
  const { values } = draft;
  const admin = `${CONFIG}.admin`;
  const [user, password] = ['username', 'password'].map((key) => values.text(`${admin}.${key}`));
  const isStock = (user === '' || user === 'admin') && (password === '' || password === 'admin');
  if (!isStock) {
    draft.toml('super_admin.username', user ?? '');
    draft.toml('super_admin.password', draft.secretReference(`${admin}.password`));
  }
  draft.toml('super_admin.create_admin_account', values.isOn(`${admin}.createAdminAccount`));
  const byFile = values.isOn(`${CONFIG}.userstore.file.enabled`) && values.version !== '4.2';
  const database = `${CONFIG}.userstore.rdbms`;
  if (values.text(`${database}.url`) !== '') {
    const code = datasourceOf(draft, database, 'WSO2CarbonDB');
    if (code !== undefined) {
      draft.before.push({ notes: [NARROW], name: 'users', code });
      draft.set('config/datasources', [name('users')]);
    }
    if (!byFile) {
      draft.toml('user_store.type', 'database');
      draft.toml('user_store.class', 'org.wso2.micro.integrator.security.user.core.jdbc.JDBCUserStoreManager');
    }
    return;
  }
  if (values.isOn(`${database}`)) {
    draft.lacks(database, 'its url is empty: the chart writes a datasource that leads nowhere');
  }
  placeDirectory(draft, byFile);
}

/** The templates switch on `userstore.ldap` and read `userStore.ldap`. */
function placeDirectory(draft: Draft, byFile: boolean): void {
  const { values } = draft;
  const [theirs, meant] = [`${CONFIG}.userStore.ldap`, `${CONFIG}.userstore.ldap`];
  if (
    !values.isOn(meant) ||
    byFile ||
    values.text(`${meant}.connectionUrl`) + values.text(`${theirs}.connectionUrl`) === ''
  ) {
    return;
  }
  for (const path of KEYS.keys()) {
    if (path.startsWith(`${theirs}.`)) {
      const key = path.slice(theirs.length + 1);
      const from = isFull(values.at(path)) ? path : `${meant}.${key}`;
      values.at(`${meant}.${key}`);
      placeLeaf(draft, path, `user_store.${snakePath(key)}`, from);
    }
  }
}
