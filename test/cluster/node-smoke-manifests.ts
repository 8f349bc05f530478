import { FOLLOW_SCRIPT } from '../../lib/follow-script';
import { homeOf } from './image/stand-in';
import { factsOf, type StandInRelease } from './stand-in/releases';

/** The images that the manifests name. */
export const SMOKE_IMAGES = {
  server: (release: StandInRelease) => `stand-in.example/wso2mi:${release}`,
  tools: 'stand-in.example/busybox:1',
} as const;

/** The configuration that the tenant must start with. */
export const DEPLOYMENT_TOML = '[server]\nhostname = "from-the-config-map"\n';

/** The log file that the sidecar prints. */
export const PRINTED_LOG = 'audit.log';

/** A tenant of one pod in a namespace of its own that enforces the `restricted` standard, written by hand. */
export function smokeTenant(namespace: string, release: StandInRelease): string {
  const { user, liveness } = factsOf(release);
  const home = homeOf(release);
  const alive = liveness ? 'httpGet: { path: /liveness, port: 9201 }' : 'tcpSocket: { port: 8290 }';
  return `
apiVersion: v1
kind: Namespace
metadata:
  name: ${namespace}
  labels: { pod-security.kubernetes.io/enforce: restricted }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: configuration, namespace: ${namespace} }
data:
  deployment.toml: ${JSON.stringify(DEPLOYMENT_TOML)}
---
apiVersion: v1
kind: Secret
metadata: { name: keystore, namespace: ${namespace} }
stringData:
  keystore.jks: from-the-secret
---
apiVersion: v1
kind: Service
metadata: { name: tenant, namespace: ${namespace} }
spec:
  selector: { app: tenant }
  ports: [{ name: http, port: 8290 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: tenant, namespace: ${namespace} }
spec:
  replicas: 1
  selector: { matchLabels: { app: tenant } }
  template:
    metadata: { labels: { app: tenant } }
    spec:
      automountServiceAccountToken: false
      terminationGracePeriodSeconds: 40
      securityContext:
        runAsNonRoot: true
        runAsUser: ${user}
        runAsGroup: ${user}
        fsGroup: ${user}
        seccompProfile: { type: RuntimeDefault }
      initContainers:
        - name: logs
          image: ${SMOKE_IMAGES.tools}
          restartPolicy: Always
          command: ${JSON.stringify(['sh', '-c', FOLLOW_SCRIPT, 'follow', `/logs/${PRINTED_LOG}`])}
          securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: [ALL] } }
          volumeMounts: [{ name: logs, mountPath: /logs, readOnly: true }]
      containers:
        - name: mi
          image: ${SMOKE_IMAGES.server(release)}
          env:
            - { name: JVM_MEM_OPTS, value: -Xms128m -Xmx512m }
            - { name: STAND_IN_START, value: '3' }
            - { name: STAND_IN_DRAIN, value: '10' }
            - { name: STAND_IN_GENERATION, value: first }
          ports: [{ name: http, containerPort: 8290 }]
          startupProbe: { ${alive}, periodSeconds: 1, failureThreshold: 30 }
          readinessProbe: { httpGet: { path: /healthz, port: 9201 }, periodSeconds: 1 }
          livenessProbe: { ${alive}, periodSeconds: 5 }
          lifecycle:
            preStop: { exec: { command: [sh, -c, 'sleep 3; "$WSO2_SERVER_HOME"/bin/micro-integrator.sh stop'] } }
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
          volumeMounts:
            - { name: logs, mountPath: ${home}/repository/logs }
            - { name: configuration, mountPath: /home/wso2carbon/wso2-config-volume, readOnly: true }
      volumes:
        - name: logs
          emptyDir: {}
        - name: configuration
          projected:
            defaultMode: 0440
            sources:
              - configMap:
                  name: configuration
                  items: [{ key: deployment.toml, path: conf/deployment.toml }]
              - secret:
                  name: keystore
                  items: [{ key: keystore.jks, path: repository/resources/security/keystore.jks }]
`;
}
