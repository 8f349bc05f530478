// Stands in for Jenkins: runs the stages of a declarative Jenkinsfile one after the other, their
// shell steps for real, and refuses every section and step that the pipelines do not use. `groovy jenkins.groovy <Jenkinsfile>`.
// Credentials are variables: CREDENTIAL_<id>, of a user and a password CREDENTIAL_<id>_USR and _PSW.
import org.codehaus.groovy.control.CompilerConfiguration

abstract class Jenkins extends Script {
  static Map<String, String> env = new HashMap(System.getenv()).withDefault { null }
  static String secret(String id, String part = '') { System.getenv("CREDENTIAL_${id.replace('-', '_')}${part}") }
  static boolean holds(Closure test) {
    boolean all = true
    within(test, [expression: { all &= perform(it) as boolean }, branch: { all &= env.BRANCH_NAME == it },
                  triggeredBy: { all &= env.TRIGGER == it }, not: { all &= !holds(it) }])
    all
  }
  static perform(Closure block) { block.resolveStrategy = Closure.DELEGATE_FIRST; block.delegate = new Words(words: STEPS); block() }
  static void within(Closure block, Map words) {
    block.resolveStrategy = Closure.DELEGATE_FIRST
    block.delegate = new Words(words: words)
    block()
  }
  static void stage(String name, Closure block) {
    Closure steps = null
    boolean runs = true
    within(block, [when: { runs = holds(it) }, steps: { steps = it }])
    println "stage ${name}${runs ? '' : ' (skipped)'}"
    if (runs) perform(steps)
  }
  static final Map STEPS = [
    sh: { String script ->
      def builder = new ProcessBuilder('sh', '-xec', script).redirectErrorStream(true)
      builder.environment().keySet().removeAll { it.startsWith('CREDENTIAL_') }
      env.each { name, value -> if (value != null && !name.startsWith('CREDENTIAL_')) builder.environment().put(name, value.toString()) }
      def process = builder.start()
      process.inputStream.eachLine { println "  $it" }
      if (process.waitFor() != 0) throw new IllegalStateException("sh ended with ${process.exitValue()}")
    },
    withCredentials: { List given, Closure block -> scoped(given.collectEntries { it }, block) },
    withEnv: { List given, Closure block -> scoped(given.collectEntries { it.toString().split('=', 2) as List }, block) },
    usernamePassword: { Map of -> [(of.usernameVariable): secret(of.credentialsId, '_USR'), (of.passwordVariable): secret(of.credentialsId, '_PSW')] },
    gitUsernamePassword: { Map of -> [:] },
    string: { Map of -> [(of.variable): secret(of.credentialsId)] },
    file: { Map of -> [(of.variable): secret(of.credentialsId)] },
    archiveArtifacts: { Map of -> assert new File(of.artifacts).exists() },
    script: { Closure block -> perform(block) },
    stage: { String name, Closure block -> println "stage ${name}"; perform(block) },
    input: { Map of -> println "agreed: ${of.message}" },
  ]
  static void scoped(Map more, Closure block) {
    def before = new HashMap(env)
    env.putAll(more)
    try { perform(block) } finally { env.clear(); env.putAll(before) }
  }
  def getEnv() { env }
  def pipeline(Closure block) {
    Closure stages = null, always = {}
    within(block, [agent: { within(it, [label: { }]) }, options: { within(it, [disableConcurrentBuilds: { }, timeout: { }]) },
                   triggers: { within(it, [cron: { }]) }, environment: { within(it, [:]) }, stages: { stages = it },
                   post: { within(it, [always: { always = it }]) }])
    try { within(stages, [stage: this.&stage]) } finally { perform(always) }
  }
}

class Words {
  Map words
  def methodMissing(String name, args) {
    def word = words[name]
    if (word == null) throw new IllegalArgumentException("section or step must be one of ${words.keySet()}, got ${name}")
    word(*args)
  }
  def propertyMissing(String name) { if (name == 'env') return Jenkins.env; throw new MissingPropertyException(name, Words) }
  def propertyMissing(String name, value) { Jenkins.env[name] = value.toString() }
}

def settings = new CompilerConfiguration(scriptBaseClass: Jenkins.name)
new GroovyShell(Jenkins.classLoader, new Binding(), settings).evaluate(new File(args[0]))
