import io.jaegertracing.Configuration;
import io.jaegertracing.internal.JaegerTracer;
import io.jaegertracing.internal.samplers.ConstSampler;
import io.jaegertracing.spi.Reporter;
import io.jaegertracing.zipkin.ZipkinV2Reporter;
import java.util.HashMap;
import java.util.Map;
import zipkin2.Span;
import zipkin2.reporter.AsyncReporter;
import zipkin2.reporter.urlconnection.URLConnectionSender;

/** A span as releases before 4.2 send it: as OpenTracingManagerHolder and JaegerTracingManager. */
public class OpenTracing {
    public static void main(String[] arguments) {
        Map<String, String> told = new HashMap<>();
        for (String argument : arguments) {
            int at = argument.indexOf('=');
            told.put(argument.substring(0, at), argument.substring(at + 1));
        }
        String named = told.containsKey("JaegerTracingManager") ? null : System.getenv("SERVICE_NAME");
        String name = named == null ? told.getOrDefault("JaegerTracingManager", "WSO2-SYNAPSE") : named;
        if ("true".equals(told.get("opentracing.zipkin.enable"))) {
            zipkin(name, told);
        } else {
            jaeger(name, told);
        }
    }

    private static void jaeger(String name, Map<String, String> told) {
        Configuration.SenderConfiguration sender = new Configuration.SenderConfiguration()
            .withAgentHost(told.get("opentracing.jaeger.sender.agent_host"))
            .withAgentPort(Integer.parseInt(told.get("opentracing.jaeger.sender.agent_port")));
        JaegerTracer tracer = new Configuration(name)
            .withSampler(new Configuration.SamplerConfiguration().withType(ConstSampler.TYPE).withParam(1))
            .withReporter(new Configuration.ReporterConfiguration().withSender(sender))
            .getTracer();
        tracer.buildSpan("OrdersAPI").start().finish();
        tracer.close();
    }

    private static void zipkin(String name, Map<String, String> told) {
        String url = told.get("opentracing.zipkin.backend.url");
        AsyncReporter<Span> sent = AsyncReporter.create(URLConnectionSender.create(url));
        Reporter reporter = new ZipkinV2Reporter(sent);
        JaegerTracer tracer = new JaegerTracer.Builder(name).withSampler(new ConstSampler(true)).withReporter(reporter).build();
        tracer.buildSpan("OrdersAPI").start().finish();
        // A close alone loses it now and then.
        sent.flush();
        tracer.close();
    }
}
