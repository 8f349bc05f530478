import org.codelibs.opensearch.runner.OpenSearchRunner;

/** An OpenSearch of one node on the loopback: <code>Node folder port</code>. It runs until it is ended. */
public class Node {
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.setMaxHttpPort(65535);
        runner.onBuild((number, settings) -> {
            settings.put("http.host", "127.0.0.1");
            settings.put("transport.host", "127.0.0.1");
            settings.put("discovery.type", "single-node");
            settings.putList("discovery.seed_hosts");
        });
        runner.build(OpenSearchRunner.newConfigs().basePath(arguments[0]).clusterName("judge").numOfNode(1).baseHttpPort(port - 1));
        Thread.currentThread().join();
    }
}
