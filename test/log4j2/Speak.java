import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;

/** Reads a log4j2.properties, then says each line of its input: `<level> <logger> <text>`. */
public class Speak {
    public static void main(String[] arguments) throws IOException {
        Configurator.initialize(null, arguments[0]);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] parts = line.split(" ", 3);
            LogManager.getLogger(parts[1]).log(Level.valueOf(parts[0]), parts[2]);
        }
        LogManager.shutdown();
    }

    /** Stands for the appender of Pax Logging, which hands lines to other bundles. */
    @Plugin(name = "PaxOsgi", category = "Core", elementType = "appender")
    public static class PaxOsgi extends AbstractAppender {
        private PaxOsgi(String name) {
            super(name, null, null, true, Property.EMPTY_ARRAY);
        }

        @PluginFactory
        public static PaxOsgi of(@PluginAttribute("name") String name, @PluginAttribute("filter") String filter) {
            return new PaxOsgi(name);
        }

        @Override
        public void append(LogEvent event) {}
    }
}
