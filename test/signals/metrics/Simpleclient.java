import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.concurrent.TimeUnit;

/** What PrometheusReporter has registered of the JVM. */
public class Simpleclient {
    public static void main(String[] arguments) throws Exception {
        DefaultExports.initialize();
        System.gc();
        // The JVM tells of a collection a little later.
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!isTold() && System.nanoTime() < end) Thread.sleep(50);
        PrintWriter page = new PrintWriter(System.out);
        TextFormat.write004(page, CollectorRegistry.defaultRegistry.metricFamilySamples());
        page.flush();
    }

    private static boolean isTold() {
        return Collections.list(CollectorRegistry.defaultRegistry.metricFamilySamples()).stream()
            .filter(one -> one.name.startsWith("jvm_memory_pool_allocated_bytes"))
            .anyMatch(one -> !one.samples.isEmpty());
    }
}
