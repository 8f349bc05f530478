import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A span as releases from 4.2 on send it: whose it is they take from their environment. */
final class Sent {
    /** What a sender is told: <code>key=value</code>, the keys as in deployment.toml. */
    static Map<String, String> told(String[] arguments) {
        Map<String, String> told = new HashMap<>();
        for (String argument : arguments) {
            int at = argument.indexOf('=');
            told.put(argument.substring(0, at), argument.substring(at + 1));
        }
        return told;
    }

    static void by(SpanExporter exporter, Map<String, String> told) {
        BatchSpanProcessor processor = BatchSpanProcessor.builder(exporter).build();
        SdkTracerProvider provider = SdkTracerProvider.builder().addSpanProcessor(processor).setResource(resource(told)).build();
        Span span = provider.get("org.wso2.synapse.tracing.telemetry").spanBuilder("OrdersAPI").startSpan();
        if (told.containsKey("CorrelationId")) {
            span.setAttribute("CorrelationId", told.get("CorrelationId"));
        }
        span.end();
        boolean flushed = provider.forceFlush().join(20, TimeUnit.SECONDS).isSuccess();
        provider.shutdown().join(20, TimeUnit.SECONDS);
        System.exit(flushed ? 0 : 1);
    }

    private static Resource resource(Map<String, String> told) {
        String name = System.getenv().getOrDefault("SERVICE_NAME", "WSO2-SYNAPSE");
        AttributesBuilder attributes = Attributes.builder().put("service.name", name);
        String named = System.getenv("OTEL_RESOURCE_ATTRIBUTES");
        if (told.containsKey("TelemetryUtil") && named != null) {
            for (String pair : named.split(",")) {
                attributes.put(stringKey(pair.split("=")[0]), pair.split("=")[1]);
            }
        }
        return Resource.getDefault().merge(Resource.create(attributes.build()));
    }
}
