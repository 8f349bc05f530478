import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import java.util.Map;

/** As OTLPTelemetryManager. */
public class Otlp {
    public static void main(String[] arguments) {
        Map<String, String> told = Sent.told(arguments);
        Sent.by(
            OtlpGrpcSpanExporter.builder()
                .setEndpoint(told.get("opentelemetry.url"))
                .setCompression("gzip")
                .addHeader(told.get("opentelemetry.properties.0.name"), told.get("opentelemetry.properties.0.value"))
                .build(),
            told);
    }
}
