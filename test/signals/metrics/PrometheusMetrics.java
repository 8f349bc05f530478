import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What PrometheusReporterV1 has registered of the JVM, as MetricResource writes it. */
public class PrometheusMetrics {
    public static void main(String[] arguments) throws Exception {
        JvmMetrics.builder().register();
        System.gc();
        // The JVM tells of a collection a little later.
        Thread.sleep(500);
        PrometheusTextFormatWriter.create().write(System.out, PrometheusRegistry.defaultRegistry.scrape());
    }
}
