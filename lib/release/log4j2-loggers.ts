import type { LogLevel } from './log-level';
import type { MiRelease } from './mi-release';

/** A logger of log4j2.properties. */
export interface Logger {
  /** The part of its keys that stands for it. */
  readonly id: string;
  /** The class or package whose lines it takes. */
  readonly name: string;
  /** What it lets through. */
  readonly level: LogLevel;
  /** Names of appenders that get its lines, each under the id of the reference. */
  readonly refs: Readonly<Record<string, string>>;
  /** Whether the loggers above it get its lines too. */
  readonly additive: boolean;
  /** Whether the file lists it; log4j2 passes over one that is not listed. */
  readonly listed: boolean;
}

/** Name, level, and the id where that is not the name with dashes. */
type Row = readonly [name: string, level: LogLevel, id?: string];

// From log4j2.properties of product-micro-integrator (WSO2, Apache License 2.0), in the order of its list.
const BEFORE_ATOMIKOS: readonly Row[] = [
  ['org.apache.coyote', 'WARN'],
  ['com.hazelcast', 'ERROR'],
  ['Owasp.CsrfGuard', 'WARN'],
  ['org.apache.axis2.wsdl.codegen.writer.PrettyPrinter', 'ERROR'],
  ['org.apache.axis2.clustering', 'INFO'],
  ['org.apache.catalina', 'ERROR'],
  ['org.apache.tomcat', 'INFO'],
  ['org.wso2.carbon.apacheds', 'WARN'],
  ['org.apache.directory.server.ldap', 'ERROR'],
  ['org.apache.directory.server.core.event', 'WARN'],
];
const AFTER_ATOMIKOS: readonly Row[] = [
  ['org.quartz', 'WARN'],
  ['org.apache.jackrabbit.webdav', 'WARN'],
  ['org.apache.juddi', 'ERROR'],
  ['org.apache.commons.digester.Digester', 'WARN'],
  ['org.apache.jasper.compiler.TldLocationsCache', 'WARN'],
  ['org.apache.qpid', 'WARN'],
  ['org.apache.qpid.server.Main', 'INFO'],
  ['qpid.message', 'WARN'],
  ['qpid.message.broker.listening', 'INFO'],
  ['org.apache.tiles', 'WARN'],
  ['org.apache.commons.httpclient', 'ERROR'],
  ['org.apache.solr', 'ERROR'],
  ['me.prettyprint.cassandra.hector.TimingLogger', 'ERROR'],
  ['org.apache.axis2.enterprise', 'FATAL', 'org-apache-axis-enterprise'],
  ['org.apache.directory.shared.ldap', 'WARN'],
  ['org.apache.directory.server.ldap.handlers', 'WARN'],
  ['org.apache.directory.shared.ldap.entry.DefaultServerAttribute', 'FATAL'],
  ['org.apache.directory.server.core.DefaultDirectoryService', 'ERROR'],
  ['org.apache.directory.shared.ldap.ldif.LdifReader', 'ERROR'],
  ['org.apache.directory.server.ldap.LdapProtocolHandler', 'ERROR'],
  ['org.apache.directory.server.core', 'ERROR'],
  ['org.apache.directory.server.ldap.LdapSession', 'ERROR'],
  ['DataNucleus', 'ERROR'],
  ['Datastore', 'ERROR'],
  ['Datastore.Schema', 'ERROR'],
  ['JPOX.Datastore', 'ERROR'],
  ['JPOX.Plugin', 'ERROR'],
  ['JPOX.MetaData', 'ERROR'],
  ['JPOX.Query', 'ERROR'],
  ['JPOX.General', 'ERROR'],
  ['JPOX.Enhancer', 'ERROR'],
  ['org.apache.hadoop.hive', 'WARN'],
  ['hive', 'WARN'],
  ['ExecMapper', 'WARN'],
  ['ExecReducer', 'WARN'],
  ['net.sf.ehcache.config.ConfigurationFactory', 'ERROR'],
  ['org.apache.axis2.deployment', 'WARN', 'axis2Deployment'],
  ['org.eclipse.equinox', 'FATAL', 'equinox'],
  ['tomcat', 'FATAL', 'tomcat2'],
  ['org.apache.axiom.util.stax.dialect.StAXDialectDetector', 'ERROR', 'StAXDialectDetector'],
  ['org.apache.aries.blueprint.container.BlueprintExtender', 'WARN', 'BlueprintExtender'],
  ['org.apache.axis2.deployment.ModuleDeployer', 'WARN', 'ModuleDeployer'],
  ['org.apache.synapse.transport.vfs.VFSTransportSender', 'WARN', 'VFSTransportSender'],
  ['org.apache.synapse.transport.passthru.PassThroughHttpSender', 'WARN', 'PassThroughHttpSender'],
  ['org.apache.synapse.transport.passthru.PassThroughHttpSSLSender', 'WARN', 'PassThroughHttpSSLSender'],
  ['org.apache.synapse.transport.passthru.PassThroughHttpListener', 'WARN', 'PassThroughHttpListener'],
  ['org.apache.synapse.transport.passthru.PassThroughHttpSSLListener', 'WARN', 'PassThroughHttpSSLListener'],
  ['org.apache.axis2.deployment.DeploymentEngine', 'WARN', 'DeploymentEngine'],
  ['org.wso2.micro.integrator.ntask.core.service.impl.TaskServiceImpl', 'WARN', 'TaskServiceImpl'],
  ['org.apache.synapse.SynapseControllerFactory', 'WARN', 'SynapseControllerFactory'],
  ['org.apache.synapse.Axis2SynapseController', 'WARN', 'Axis2SynapseController'],
  ['org.apache.synapse.config.xml.MultiXMLConfigurationBuilder', 'WARN', 'MultiXMLConfigurationBuilder'],
  ['org.apache.synapse.config.xml.XMLConfigurationBuilder', 'WARN', 'XMLConfigurationBuilder'],
  ['org.apache.synapse.transport.vfs.VFSTransportListener', 'WARN', 'VFSTransportListener'],
  ['org.wso2.micro.integrator.mediation.ntask.NTaskTaskManager', 'WARN', 'NTaskTaskManager'],
  [
    'org.wso2.micro.integrator.analytics.messageflow.data.publisher.internal.MediationStatisticsComponent',
    'WARN',
    'MediationStatisticsComponent',
  ],
  ['org.apache.synapse.config.SynapseConfigurationBuilder', 'WARN', 'SynapseConfigurationBuilder'],
  ['org.apache.synapse.ServerManager', 'WARN', 'ServerManager'],
];
const SINCE_1_2: readonly Row[] = [
  ['org.apache.synapse.transport.http.headers', 'OFF', 'synapse-transport-http-headers'],
  ['org.apache.synapse.transport.http.wire', 'OFF', 'synapse-transport-http-wire'],
  ['httpclient.wire.header', 'OFF'],
  ['httpclient.wire.content', 'OFF'],
  ['com.hierynomus.smbj', 'ERROR', 'SMBJ'],
];

const AUDIT = filed('AUDIT_LOG', 'INFO', 'AUDIT_LOGFILE');
const SERVICE = filed('SERVICE_LOGGER', 'INFO', 'SERVICE_LOGFILE');
const API = { ...filed('API_LOGGER', 'INFO', 'API_LOGFILE'), refs: { SERVICE_LOGFILE: 'API_LOGFILE' } };
const ACCESS: Logger = {
  ...filed('org.apache.synapse.transport.http.access.logs', 'DEBUG', 'HTTP_ACCESS_LOGFILE'),
  id: 'PassThroughAccess',
};
const CORRELATION = filed('correlation', 'INFO', 'CORRELATION');
const TRACER: Logger = { ...filed('tracer', 'TRACE', 'OPEN_TELEMETRY'), id: 'opentelemetry-trace' };

/** What every release lists between the loggers with files of their own and those that came later. */
const COMMON: readonly Logger[] = [
  { ...filed('trace.messages', 'TRACE', 'CARBON_TRACE_LOGFILE'), additive: true },
  ...BEFORE_ATOMIKOS.map(plain).map(mutedClustering),
  filed('com.atomikos', 'INFO', 'ATOMIKOS_LOGFILE'),
  ...AFTER_ATOMIKOS.map(plain),
];

const UNLISTED: readonly Logger[] = [
  { ...plain(['org.apache', 'INFO']), additive: false, listed: false },
  { ...plain(['org.wso2', 'ERROR']), listed: false },
];

/** Loggers whose lines 1.1 writes to wso2carbon.log by themselves, and once more by way of the root. */
const TWICE_IN_1_1 = new Set([
  'org.apache',
  'org.apache.axis2.enterprise',
  'org.apache.axis2.wsdl.codegen.writer.PrettyPrinter',
  'org.apache.directory.server.core',
  'org.apache.directory.server.core.DefaultDirectoryService',
  'org.apache.directory.server.ldap.LdapProtocolHandler',
  'org.apache.directory.server.ldap.LdapSession',
  'org.apache.directory.server.ldap.handlers',
  'org.apache.directory.shared.ldap',
  'org.apache.directory.shared.ldap.entry.DefaultServerAttribute',
  'org.apache.directory.shared.ldap.ldif.LdifReader',
]);

// Each step says only what that release changed.
const V1_1: readonly Logger[] = [
  AUDIT,
  SERVICE,
  ...[...COMMON, ...UNLISTED].map((logger) =>
    TWICE_IN_1_1.has(logger.name) ? { ...logger, refs: { CARBON_LOGFILE: 'CARBON_LOGFILE' } } : logger,
  ),
  { ...CORRELATION, listed: false },
];
const LATER: readonly Logger[] = [...COMMON, CORRELATION, ...SINCE_1_2.map(plain)];
const V1_2: readonly Logger[] = [AUDIT, SERVICE, API, ...LATER, ...UNLISTED];
const V4_2: readonly Logger[] = [...V1_2, TRACER];
const V4_6: readonly Logger[] = [AUDIT, SERVICE, API, ACCESS, ...LATER, TRACER];
const V4_3: readonly Logger[] = [...V4_6, ...UNLISTED];

/** The loggers of the stock log4j2.properties of every release. */
export const STOCK_LOGGERS: Readonly<Record<MiRelease, readonly Logger[]>> = {
  '1.1.0': V1_1,
  '1.2.0': V1_2,
  '4.0.0': V1_2,
  '4.1.0': V1_2,
  '4.2.0': V4_2,
  '4.3.0': V4_3,
  '4.4.0': V4_3,
  '4.5.0': V4_3,
  '4.6.0': V4_6,
};

function plain([name, level, id = name.replaceAll('.', '-')]: Row): Logger {
  return { id, name, level, refs: {}, additive: true, listed: true };
}

/** A logger whose lines go to one appender and nowhere else. */
function filed(name: string, level: LogLevel, appender: string): Logger {
  return { ...plain([name, level]), refs: { [appender]: appender }, additive: false };
}

/** The stock file gives this one no appender and cuts it off from the root: nobody gets its lines. */
function mutedClustering(logger: Logger): Logger {
  return logger.name === 'org.apache.axis2.clustering' ? { ...logger, additive: false } : logger;
}
