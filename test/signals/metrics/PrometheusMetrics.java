import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.concurrent.TimeUnit;

/** What PrometheusReporterV1 has registered of the JVM, as MetricResource writes it. */
public class PrometheusMetrics {
    public static void main(String[] arguments) throws Exception {
        JvmMetrics.builder().register();
        System.gc();
        // The JVM tells of a collection a little later.
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!isTold() && System.nanoTime() < end) Thread.sleep(50);
        PrometheusTextFormatWriter.create().write(System.out, PrometheusRegistry.defaultRegistry.scrape());
    }

    private static boolean isTold() {
        MetricSnapshots all = PrometheusRegistry.defaultRegistry.scrape();
        return all.stream()
            .filter(one -> one.getMetadata().getName().startsWith("jvm_memory_pool_allocated_bytes"))
            .anyMatch(one -> !one.getDataPoints().isEmpty());
    }
}
