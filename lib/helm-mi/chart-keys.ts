/**
 * Every key that a template of WSO2's chart helm-mi reads, 4.2 to 4.6, and those that its values files and examples have
 * and no template reads ("none"). A line is a path, the versions that read it, and keys below it; text is no kind.
 * Read out of the templates' syntax trees and tried by rendering (branches 4.2.x 499c280, 4.3.x 524eae5, 4.4.x ecf9fa0,
 * 4.5.x 04e9979, 4.6.x f45598e of github.com/wso2/helm-mi).
 */
export const CHART_KEYS = `
aws 4.2-4.6 region serviceAccountName
aws.secretManager.secretIdentifiers.internalKeystorePassword 4.2-4.6 secretKey secretName
aws.secretManager 4.2-4.6 secretProviderClass
aws.storage 4.2-4.6 cAppAccessPoint capacity directoryPerms fileSystemId provisioner storageClass
azure.keyVault.activeDirectory.servicePrincipal 4.2-4.6 appId clientSecret:secret
azure.keyVault.activeDirectory 4.2-4.6 tenantId
azure.keyVault 4.2-4.6 name secretProviderClass
azure.keyVault.resourceManager 4.2-4.6 resourceGroup subscriptionId
azure.keyVault.secretIdentifiers 4.2-4.6 internalKeystorePassword
. 4.2-4.6 cloudName containerRegistry fullnameOverride nameOverride provider
gcp.secretManager.secretIdentifiers 4.2-4.6 internalKeystorePassword
gcp.secretManager 4.2-4.6 secretProviderClass serviceAccountKeySecret
gcp.storage 4.2-4.6 capacity storageClass volumeHandle
gcp.storage.volumeAttributes 4.2-4.6 ip volume
wso2.config.admin 4.2-4.6 createAdminAccount:bool password:secret username
wso2.config 4.2-4.6 analytics:switch coordination:switch fileProperties:map managementApi:switch mediation:switch
wso2.config 4.2-4.6 messageBuilders:switch messageFormatters:switch opentelemetry:switch portOffset:number
wso2.config 4.2-4.6 serviceCatalog:switch synapseHandlers:list synapseProperties:map transport:switch
wso2.config.analytics 4.2-4.6 apiAnalytics:bool enabled:bool endpointAnalytics:bool id prefix
wso2.config.analytics 4.2-4.6 proxyServiceAnalytics:bool publisher sequenceAnalytics:bool
wso2.config.coordination 4.2-4.6 nodeId
wso2.config.coordination.rdbms.jdbc 4.2-4.6 driver poolParameters:map
wso2.config.coordination.rdbms 4.2-4.6 password:secret url username
wso2.config 4.2 dashboard:switch
wso2.config.dashboard 4.2 groupId heartbeatInterval:number nodeId url
wso2.config 4.3-4.6 icp:switch
wso2.config.icp 4.6 caCertSecretName enabled:bool environment icpUrl integration project runtime secret:secret
wso2.config.icp 4.6 sslVerify:bool
wso2.config.icp 4.3-4.5 groupId managementHostname managementPort:number nodeId url
wso2.config.icp 4.3-4.6 heartbeatInterval:number
wso2.config.keyStore.internal 4.2-4.6 alias fileName keyPassword:secret password:secret
wso2.config.keyStore.primary 4.2-4.6 alias fileName keyPassword:secret password:secret
wso2.config.keyStore.transport.listener 4.2-4.6 fileName
wso2.config.keyStore.transport.sender 4.2-4.6 fileName
wso2.config.managementApi 4.2-4.6 authorizationHandler:switch cors:switch jwtTokenSecurityHandler:switch
wso2.config.managementApi.authorizationHandler 4.2-4.6 enable:bool resources:list
wso2.config.managementApi.cors 4.2-4.6 allowedHeaders allowedOrigins enabled:bool
wso2.config.managementApi.jwtTokenSecurityHandler 4.2-4.6 enable:bool tokenConfig:switch tokenStoreConfig:switch
wso2.config.managementApi.jwtTokenSecurityHandler.tokenConfig 4.2-4.6 expiry:number size:number
wso2.config.managementApi.jwtTokenSecurityHandler.tokenStoreConfig 4.2-4.6 cleanUpInterval:number maxSize:number
wso2.config.managementApi.jwtTokenSecurityHandler.tokenStoreConfig 4.2-4.6 removeOldestTokenOnOverflow:bool
wso2.config.mediation 4.2-4.6 flow:switch inbound:switch internalHttpApiEnable:bool internalHttpApiPort:number
wso2.config.mediation 4.2-4.6 internalHttpsApiPort:number statistics:switch synapse:switch
wso2.config.mediation.flow 4.2-4.6 statistics:switch tracer:switch
wso2.config.mediation.flow.statistics 4.2-4.6 captureAll:bool enable:bool
wso2.config.mediation.flow.tracer 4.2-4.6 collectMediationProperties:bool collectPayloads:bool
wso2.config.mediation.inbound 4.2-4.6 coreThreads:number maxThreads:number portOffsetEnable:bool
wso2.config.mediation.statistics 4.2-4.6 cleanInterval:number enableClean:bool
wso2.config.mediation.synapse 4.2-4.6 buildValidNcName:bool commandDebuggerPort:number coreThreads:number
wso2.config.mediation.synapse 4.2-4.6 disableAutoPrimitiveRegex disableCustomReplaceRegex enableAutoPrimitive:bool
wso2.config.mediation.synapse 4.2-4.6 enableNamespaceDeclaration:bool enableXmlNil:bool enableXpathDomFailover:bool
wso2.config.mediation.synapse 4.2-4.6 eventDebuggerPort:number globalTimeoutInterval:number jsonOutAutoArray:bool
wso2.config.mediation.synapse 4.2-4.6 maxThreads:number preserveNamespaceOnXmlToJson:bool
wso2.config.mediation.synapse 4.2-4.6 scriptMediatorPoolSize:number tempDataChunkSize:number threadsQueueLength:number
wso2.config.messageBuilders 4.2-4.6 blocking:switch custom:switch nonBlocking:switch
wso2.config.messageBuilders.blocking 4.2-4.6 applicationBinary applicationJson applicationXml formUrlencoded
wso2.config.messageBuilders.blocking 4.2-4.6 jsonBadgerfish multipartFormData octetStream textJavascript textPlain
wso2.config.messageBuilders.custom 4.2-4.6 blocking:list nonBlocking:list
wso2.config.messageBuilders.custom.blocking[] 4.2-4.6 class contentType
wso2.config.messageBuilders.custom.nonBlocking[] 4.2-4.6 class contentType
wso2.config.messageBuilders.nonBlocking 4.2-4.6 applicationBinary applicationJson applicationXml formUrlencoded
wso2.config.messageBuilders.nonBlocking 4.2-4.6 jsonBadgerfish multipartFormData octetStream textJavascript textPlain
wso2.config.messageFormatters 4.2-4.6 blocking:switch custom:switch nonBlocking:switch
wso2.config.messageFormatters.blocking 4.2-4.6 applicationBinary applicationJson applicationXml formUrlencoded
wso2.config.messageFormatters.blocking 4.2-4.6 jsonBadgerfish multipartFormData octetStream soapXml textJavascript
wso2.config.messageFormatters.blocking 4.2-4.6 textPlain textXml
wso2.config.messageFormatters.custom 4.2-4.6 blocking:list nonBlocking:list
wso2.config.messageFormatters.custom.blocking[] 4.2-4.6 class contentType
wso2.config.messageFormatters.custom.nonBlocking[] 4.2-4.6 class contentType
wso2.config.messageFormatters.nonBlocking 4.2-4.6 applicationBinary applicationJson applicationXml formUrlencoded
wso2.config.messageFormatters.nonBlocking 4.2-4.6 jsonBadgerfish multipartFormData octetStream soapXml textJavascript
wso2.config.messageFormatters.nonBlocking 4.2-4.6 textPlain textXml
wso2.config.opentelemetry 4.2-4.6 enable:bool host port type url
wso2.config.opentelemetry 4.4-4.6 logs:number
wso2.config.secureVault 4.2-4.6 enabled:bool
wso2.config.serviceCatalog 4.2-4.6 apimHost enabled:bool password:secret username
wso2.config.synapseHandlers[] 4.2-4.6 class name
wso2.config.transport 4.2-4.6 http:switch jms:switch jndi:switch nonBlocking:switch rabbitmq:switch vfs:switch
wso2.config.transport.http 4.2-4.6 blocking:switch nonBlocking:switch
wso2.config.transport.http.blocking.listener 4.2-4.6 enable:bool hostname originServer port:number
wso2.config.transport.http.blocking.listener 4.2-4.6 requestCoreThreadPoolSize:number requestMaxThreadPoolSize:number
wso2.config.transport.http.blocking.listener 4.2-4.6 requestTcpNoDelay:number requestTimeout:number
wso2.config.transport.http.blocking.listener 4.2-4.6 threadKeepaliveTime:number threadKeepaliveTimeUnit
wso2.config.transport.http.blocking.sender 4.2-4.6 defaultConnectionsPerHost:number enable:bool
wso2.config.transport.http.blocking.sender 4.2-4.6 enableClientCaching:bool omitSoap12Action:bool proxyHost
wso2.config.transport.http.blocking.sender 4.2-4.6 proxyPort:number securedDefaultConnectionsPerHost:number
wso2.config.transport.http.blocking.sender 4.2-4.6 securedEnable:bool securedEnableClientCaching:bool
wso2.config.transport.http.blocking.sender 4.2-4.6 securedOmitSoap12Action:bool securedProxyHost
wso2.config.transport.http.blocking.sender 4.2-4.6 securedProxyPort:number securedSoTimeout:number
wso2.config.transport.http.blocking.sender 4.2-4.6 securedTransferEncoding soTimeout:number transferEncoding
wso2.config.transport.http.nonBlocking 4.2-4.6 coreWorkerPoolSize:number disableConnectionKeepalive:bool
wso2.config.transport.http.nonBlocking 4.2-4.6 enableMessageSizeValidation:bool forceJsonValidation:bool
wso2.config.transport.http.nonBlocking 4.2-4.6 forceXmlValidation:bool ioBufferSize:number listener:switch
wso2.config.transport.http.nonBlocking 4.2-4.6 maxHttpConnectionPerHostPort:number maxMessageSizeBytes:number
wso2.config.transport.http.nonBlocking 4.2-4.6 maxOpenConnections:number maxWorkerPoolSize:number
wso2.config.transport.http.nonBlocking 4.2-4.6 preserveHttpHeaders:list preserveHttpServerName:bool
wso2.config.transport.http.nonBlocking 4.2-4.6 preserveHttpUserAgent:bool reverseProxyMode:bool sender:switch
wso2.config.transport.http.nonBlocking 4.2-4.6 socketTimeout:number workerPoolQueueLength:number
wso2.config.transport.http.nonBlocking.listener 4.2-4.6 bindAddress certificateRevocationCacheDelay:number
wso2.config.transport.http.nonBlocking.listener 4.2-4.6 certificateRevocationCacheSize:number
wso2.config.transport.http.nonBlocking.listener 4.2-4.6 certificateRevocationVerifierEnable:bool enable:bool
wso2.config.transport.http.nonBlocking.listener 4.2-4.6 keystore:switch port:number preferredCiphers
wso2.config.transport.http.nonBlocking.listener 4.2-4.6 securedBindAddress securedEnable:bool securedPort:number
wso2.config.transport.http.nonBlocking.listener 4.2-4.6 securedProtocols securedWsdlEprPrefix sslProfile:switch
wso2.config.transport.http.nonBlocking.listener 4.2-4.6 truststore:switch verifyClient wsdlEprPrefix
wso2.config.transport.http.nonBlocking.listener.keystore 4.2-4.6 fileName keyPassword:secret password:secret type
wso2.config.transport.http.nonBlocking.listener.sslProfile 4.2-4.6 filePath readInterval:number
wso2.config.transport.http.nonBlocking.listener.truststore 4.2-4.6 fileName password:secret type
wso2.config.transport.http.nonBlocking.sender 4.2-4.6 certificateRevocationCacheDelay:number
wso2.config.transport.http.nonBlocking.sender 4.2-4.6 certificateRevocationCacheSize:number
wso2.config.transport.http.nonBlocking.sender 4.2-4.6 certificateRevocationVerifierEnable:bool enable:bool
wso2.config.transport.http.nonBlocking.sender 4.2-4.6 hostnameVerifier keystore:switch nonProxyHosts proxyHost
wso2.config.transport.http.nonBlocking.sender 4.2-4.6 proxyPort:number securedEnable:bool securedProtocols
wso2.config.transport.http.nonBlocking.sender 4.2-4.6 securedProxyHost securedProxyPort:number sslProfile:switch
wso2.config.transport.http.nonBlocking.sender 4.2-4.6 truststore:switch warnOnHttp500
wso2.config.transport.http.nonBlocking.sender.keystore 4.2-4.6 fileName keyPassword:secret password:secret type
wso2.config.transport.http.nonBlocking.sender.sslProfile 4.2-4.6 filePath readInterval:number
wso2.config.transport.http.nonBlocking.sender.truststore 4.2-4.6 fileName password:secret type
wso2.config.transport.jms 4.2-4.6 listener:list sender:list
wso2.config.transport.jms.listener[] 4.2-4.6 name parameters:map
wso2.config.transport.jms.sender[] 4.2-4.6 name parameters:map
wso2.config.transport.jndi 4.2-4.6 connectionFactories:list queue:list topic:list
wso2.config.transport.jndi.connectionFactories[] 4.2-4.6 name url
wso2.config.transport.jndi.queue[] 4.2-4.6 jndiName physicalName
wso2.config.transport.jndi.topic[] 4.2-4.6 jndiName physicalName
wso2.config.transport.rabbitmq 4.2-4.6 listener:list sender:list
wso2.config.transport.rabbitmq.listener[] 4.2-4.6 name parameters:map
wso2.config.transport.rabbitmq.sender[] 4.2-4.6 name parameters:map
wso2.config.transport.vfs 4.2-4.6 listener:switch sender:switch
wso2.config.transport.vfs.listener 4.2-4.6 customParameters:map enable:bool keystore:switch
wso2.config.transport.vfs.listener.keystore 4.2-4.6 alias fileName keyPassword:secret password:secret type
wso2.config.transport.vfs.sender 4.2-4.6 customParameters:map enable:bool
wso2.config.trustStore.primary 4.2-4.6 fileName password:secret
wso2.config.trustStore.transport.listener 4.2-4.6 fileName
wso2.config.trustStore.transport.sender 4.2-4.6 fileName
wso2.config.userStore.ldap 4.2-4.6 anonymousBind:bool backLinksEnabled:bool class connectionName
wso2.config.userStore.ldap 4.2-4.6 connectionPassword:secret connectionPoolingEnabled:bool connectionUrl
wso2.config.userStore.ldap 4.2-4.6 displayNameAttribute groupNameAttribute groupNameListFilter groupNameSearchFilter
wso2.config.userStore.ldap 4.2-4.6 groupSearchBase ldapConnectionTimeout:number maxRoleNameListLength:number
wso2.config.userStore.ldap 4.2-4.6 maxUserNameListLength:number membershipAttribute multiAttributeSeparator
wso2.config.userStore.ldap 4.2-4.6 passwordHashMethod:secret passwordJavaRegex:secret readGroups:bool readOnly:bool
wso2.config.userStore.ldap 4.2-4.6 readTimeout:number replaceEscapeCharactersAtUserLogin:bool retryAttempts:number
wso2.config.userStore.ldap 4.2-4.6 rolenameJavaRegex scimEnabled:bool type userNameAttribute userNameListFilter
wso2.config.userStore.ldap 4.2-4.6 userNameSearchFilter userRolesCacheEnabled:bool userSearchBase usernameJavaRegex
wso2.config.userstore.file 4.2-4.6 enabled:bool
wso2.config.userstore 4.2-4.6 ldap:switch rdbms:switch
wso2.config.userstore.ldap none anonymousBind:bool backLinksEnabled:bool class connectionName connectionPassword
wso2.config.userstore.ldap none connectionPoolingEnabled:bool connectionUrl displayNameAttribute groupNameAttribute
wso2.config.userstore.ldap none groupNameListFilter groupNameSearchFilter groupSearchBase ldapConnectionTimeout:number
wso2.config.userstore.ldap none maxRoleNameListLength:number maxUserNameListLength:number membershipAttribute
wso2.config.userstore.ldap none multiAttributeSeparator passwordHashMethod passwordJavaRegex readGroups:bool
wso2.config.userstore.ldap none readOnly:bool readTimeout replaceEscapeCharactersAtUserLogin:bool retryAttempts
wso2.config.userstore.ldap none rolenameJavaRegex scimEnabled:bool type userNameAttribute userNameListFilter
wso2.config.userstore.ldap none userNameSearchFilter userRolesCacheEnabled:bool userSearchBase usernameJavaRegex
wso2.config.userstore.rdbms.jdbc 4.2-4.6 driver poolParameters:map
wso2.config.userstore.rdbms 4.2-4.6 password:secret url username
wso2.config 4.4-4.6 vault:switch
wso2.config.vault 4.4-4.6 hashicorp:switch
wso2.config.vault.hashicorp 4.4-4.6 address cacheableDuration:number engineVersion:number keyStoreFile
wso2.config.vault.hashicorp 4.4-4.6 keyStorePassword:secret namespace roleId rootToken:secret secretId:secret
wso2.config.vault.hashicorp 4.4-4.6 trustStoreFile
wso2.deployment 4.2-4.6 BuildVersion JKSSecretName cmdArgs:list envs:map hostname mountCapps:bool replicas:number
wso2.deployment 4.4-4.6 annotations:map
wso2.deployment.configMaps.entryPoint 4.4-4.6 defaultMode
wso2.deployment.hpa 4.2-4.6 cpuUtilizationPercentage:number enabled:bool maxReplicas:number
wso2.deployment.hpa 4.2-4.6 memoryUtilizationPercentage:number minReplicas:number
wso2.deployment.image 4.2-4.6 digest pullPolicy repository
wso2.deployment.image 4.3-4.6 tag
wso2.deployment 4.3-4.6 imagePullSecrets
wso2.deployment 4.6 nodeSelector:map
wso2.deployment.pdb 4.2-4.6 enabled:bool minAvailable:number
wso2.deployment.probes.liveness 4.2-4.6 periodSeconds:number
wso2.deployment.probes.readiness 4.2-4.6 initialDelaySeconds:number periodSeconds:number
wso2.deployment.probes.startup 4.2-4.6 failureThreshold:number initialDelaySeconds:number periodSeconds:number
wso2.deployment.resources.jvm.memory 4.2-4.6 xms xmx
wso2.deployment.resources.limits 4.2-4.6 cpu memory
wso2.deployment.resources.requests 4.2-4.6 cpu memory
wso2.deployment.securityContext 4.2-4.6 apparmor:bool runAsUser
wso2.deployment.securityContext 4.4-4.6 enableRunAsGroup:bool enableRunAsUser:bool runAsGroup
wso2.deployment.securityContext.seLinux 4.4-4.6 enabled:bool level
wso2.deployment.securityContext 4.2-4.3 seccompProfile:bool
wso2.deployment.securityContext.seccompProfile 4.4-4.6 enabled:bool type
wso2.deployment.strategy.rollingUpdate 4.2-4.6 maxSurge:number maxUnavailable:number
wso2.deployment.synapseTest 4.2-4.6 enabled:bool
wso2.gatewayAPI.backendTLS 4.6 caCertConfigMap enabled:bool hostname
wso2.gatewayAPI 4.6 createGateway:bool enabled:bool gatewayClassName gatewayName gatewayNamespace tlsSecret
wso2.gatewayAPI.httpListener 4.6 enabled:bool
wso2.gatewayAPI.ratelimit none burst:number
wso2.gatewayAPI.ratelimit 4.6 enabled:bool requestsPerSecond:number
wso2.ingress 4.2-4.6 annotations:map enabled:bool ingressClassName tlsSecret
wso2.ingress 4.3-4.6 metrics:switch
wso2.ingress.metrics 4.3-4.6 annotations:map
wso2.ingress.ratelimit 4.2-4.6 burstLimit:number enabled:bool zoneName
wso2.subscription 4.3-4.6 password:secret username
`;
