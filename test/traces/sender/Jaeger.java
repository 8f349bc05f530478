import io.opentelemetry.exporter.jaeger.JaegerGrpcSpanExporter;
import java.util.Map;

/** As JaegerTelemetryManager. */
public class Jaeger {
    public static void main(String[] arguments) {
        Map<String, String> told = Sent.told(arguments);
        String endpoint = "http://" + told.get("opentelemetry.host") + ":" + told.get("opentelemetry.port");
        Sent.by(JaegerGrpcSpanExporter.builder().setEndpoint(endpoint).build(), told);
    }
}
