import { goModOf, type ModuleVersion, type ToolsModule } from './go-module';

/**
 * A module of our own that requires another one, with those of its replacements that are published: Go takes replacements
 * from the main module only, and a folder of the author's machine is in no download.
 */
export function withPublished(module: ModuleVersion): ToolsModule {
  const { Replace, Godebug } = goModOf(module);
  const published = (Replace ?? []).filter(({ New }) => New.Version !== undefined);
  return {
    require: [module],
    replace: Object.fromEntries(published.map(({ Old, New }) => [Old.Path, `${New.Path} ${New.Version}`])),
    godebug: (Godebug ?? []).map(({ Key, Value }) => `${Key}=${Value}`),
  };
}
