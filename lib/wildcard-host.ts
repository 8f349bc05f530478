/** `*.wso2.com` for `appointments.wso2.com`: a whole domain may be a unit's. */
export function wildcardOf(host: string): string {
  return host.replace(/^[^.]+/, '*');
}
