import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfModule, type GoMod, goModOf, type ToolsModule } from './go-module';
import type { GoProgram } from './go-program';

const AUTH_MODULE = 'github.com/abbot/go-http-auth';
const AUTH_VERSION = 'v0.4.0';
const ACME_MODULE = 'github.com/go-acme/lego/v5';
const EXTENSION_MODULE = 'github.com/traefik/traefik/dynamic/ext';

/** The ingress controller. */
export function traefik(version: string): GoProgram {
  return {
    component: 'traefik',
    version,
    binaries: { traefik: 'github.com/traefik/traefik/v3/cmd/traefik' },
    module: (workspace) => withSubstitutes(version, workspace),
    linkerValues: { 'github.com/traefik/traefik/v3/pkg/version.Version': version },
  };
}

// Traefik points at forks, and at a folder of its own, that a module download does not contain.
function withSubstitutes(version: string, workspace: string): ToolsModule {
  const module = { path: 'github.com/traefik/traefik/v3', version: `v${version}` };
  const mod = goModOf(module);
  return {
    require: [module],
    replace: {
      [EXTENSION_MODULE]: emptyExtension(join(workspace, 'ext')),
      [AUTH_MODULE]: completedAuth(join(workspace, 'auth')),
      [ACME_MODULE]: acmeWithoutDns(join(workspace, 'acme'), required(mod, ACME_MODULE)),
      'github.com/gorilla/mux': replacement(mod, 'github.com/gorilla/mux'),
    },
  };
}

function emptyExtension(folder: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'go.mod'), `module ${EXTENSION_MODULE}\ngo 1.24\n`);
  writeFileSync(join(folder, 'ext.go'), 'package ext\n\ntype HTTP struct{}\n\ntype Router struct{}\n');
  return folder;
}

// Traefik's fork of it adds two functions; neither is used by what the tests route.
function completedAuth(folder: string): string {
  copyOfModule({ path: AUTH_MODULE, version: AUTH_VERSION }, folder);
  writeFileSync(
    join(folder, 'fork.go'),
    `package auth

import (
	"net/http"
	"strings"
)

func CheckSecret(password, secret string) bool {
	compare := compareFuncs[0].compare
	for _, known := range compareFuncs[1:] {
		if strings.HasPrefix(secret, known.prefix) {
			compare = known.compare
		}
	}
	return compare([]byte(secret), []byte(password)) == nil
}

func (a *DigestAuth) RequireAuthStale(w http.ResponseWriter, r *http.Request) {
	a.RequireAuth(w, r)
}
`,
  );
  return folder;
}

// Its DNS providers pull in the SDKs of some 180 vendors; the tests ask no certificate authority.
function acmeWithoutDns(folder: string, version: string): string {
  copyOfModule({ path: ACME_MODULE, version }, folder);
  const dns = join(folder, 'providers', 'dns');
  for (const entry of readdirSync(dns)) rmSync(join(dns, entry), { recursive: true });
  writeFileSync(
    join(dns, 'none.go'),
    `package dns

import (
	"errors"

	"${ACME_MODULE}/challenge"
)

func NewDNSChallengeProviderByName(name string) (challenge.Provider, error) {
	return nil, errors.New("no DNS provider in this build: " + name)
}
`,
  );
  return folder;
}

function required(mod: GoMod, path: string): string {
  const found = mod.Require.find((one) => one.Path === path);
  if (found === undefined) throw new Error(`go.mod of traefik must require ${path}, got no such line`);
  return found.Version;
}

function replacement(mod: GoMod, path: string): string {
  const found = mod.Replace?.find((one) => one.Old.Path === path);
  if (found === undefined) throw new Error(`go.mod of traefik must replace ${path}, got no such line`);
  return `${found.New.Path} ${found.New.Version ?? ''}`;
}
