/**
 * What the templates have in common. `tag` writes what follows a repository. `version` is what labels say of an image:
 * the version that was rendered, or the tag that was put in its place, in the letters of a label.
 */
export const HELPERS = `{{- define "cdk8s-wso2-mi.tag" -}}
{{- if hasPrefix "sha256:" .tag }}@{{ else }}:{{ end }}{{ .tag -}}
{{- end -}}
{{- define "cdk8s-wso2-mi.version" -}}
{{- $tag := (index . 0).tag -}}
{{- if eq $tag (index . 1) }}{{ index . 2 }}
{{- else }}{{ regexReplaceAll "@.*$" $tag "" | replace ":" "-" | trunc 63 | trimAll "-_." }}
{{- end -}}
{{- end -}}
`;
