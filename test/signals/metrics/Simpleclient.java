import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.PrintWriter;

/** What PrometheusReporter has registered of the JVM. */
public class Simpleclient {
    public static void main(String[] arguments) throws Exception {
        DefaultExports.initialize();
        System.gc();
        // The JVM tells of a collection a little later.
        Thread.sleep(500);
        PrintWriter page = new PrintWriter(System.out);
        TextFormat.write004(page, CollectorRegistry.defaultRegistry.metricFamilySamples());
        page.flush();
    }
}
