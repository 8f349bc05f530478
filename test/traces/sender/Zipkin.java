import io.opentelemetry.exporter.zipkin.ZipkinSpanExporter;
import java.util.Map;

/** As ZipkinTelemetryManager. */
public class Zipkin {
    public static void main(String[] arguments) {
        Map<String, String> told = Sent.told(arguments);
        Sent.by(ZipkinSpanExporter.builder().setEndpoint(told.get("opentelemetry.url")).build(), told);
    }
}
