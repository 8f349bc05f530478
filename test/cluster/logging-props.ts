import {
  ConsoleLogging,
  EnvValue,
  type ForwardSidecarProps,
  type LogDestination,
  LogFolder,
  LoggingSidecar,
  type MiLogFile,
  type OtlpSidecarProps,
  type SearchSidecarProps,
  type StdoutSidecarProps,
} from '../../lib';
import { drawn } from './drawn';
import { endpointOf, secretOf, sizeOf } from './plan-values';
import type * as plans from './tenant-plan';

/** Where the lines of a tenant go. */
export function loggingOf({ logging, more }: plans.TenantPlan): LogDestination[] {
  return [
    ...logging.map(({ image, files }) =>
      LoggingSidecar.toStdout(drawn<StdoutSidecarProps>('StdoutSidecarProps', { image, files })),
    ),
    ...(more.console === 'none' ? [] : [ConsoleLogging[more.console]('audit')]),
    ...(more.keptLogs ? [LogFolder.keptByPod()] : []),
    ...(more.sidecar === undefined ? [] : [agentOf(more.sidecar, ['audit.log'])]),
  ];
}

function agentOf(plan: NonNullable<plans.TenantPlan['more']['sidecar']>, files: readonly MiLogFile[]): LoggingSidecar {
  const { to, at, buffer, transport, authorities, index, login, protocol, headers, path } = plan;
  const agent = {
    image: 'registry.example.com/tools/agent:1.0.0',
    at: endpointOf(at),
    files,
    buffer: buffer && sizeOf(buffer),
    transport,
    authorities: authorities && secretOf(authorities),
  };
  const secret = EnvValue.fromSecret('logs', 'secret');
  switch (to) {
    case 'elastic': {
      const [username, password] = login ? [secret, secret] : [];
      const props = drawn<SearchSidecarProps>('SearchSidecarProps', { ...agent, index, username, password });
      return LoggingSidecar.toElasticsearch(props);
    }
    case 'otlp': {
      const given = headers ? { 'x-api-key': secret } : undefined;
      return LoggingSidecar.toOtlp(drawn<OtlpSidecarProps>('OtlpSidecarProps', { ...agent, protocol, headers: given }));
    }
    default: {
      const props = { ...agent, by: to, path: to === 'http' ? path : undefined };
      return LoggingSidecar.forward(drawn<ForwardSidecarProps>('ForwardSidecarProps', props));
    }
  }
}
