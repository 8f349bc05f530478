import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Says many things that are hard to write on one line: <code>Flood file count pause deep logger...</code>. Each record
 * begins with its number; one of a hundred has a stack trace, the first of each logger one of a thousand lines, every
 * <code>deep</code>th one of two thousand.
 */
public class Flood {
    private static final String[] HOSTILE = {
        "plain", "\"quoted\" and \\back\\slashed\\", "{\"json\":[1,2]},", "two\nlines\r\nand three", "tab\tbell\u0007nul\u0000esc\u001b[31m",
        "line\u2028separator\u2029and\u0085next", "umlaute äöü, 漢字, 🦉", "lone \ud800 surrogate", "${jndi:ldap://127.0.0.1/x} ${env:PATH} ${date:yyyy}",
        "%m %n %d{ISO8601} {} %%", "</script><!-- ]]>", "trailing backslash \\", " ", "",
    };

    public static void main(String[] arguments) throws Exception {
        Configurator.initialize(null, arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        int pause = Integer.parseInt(arguments[2]);
        int deep = Integer.parseInt(arguments[3]);
        int loggers = arguments.length - 4;
        for (int i = 0; i < count; i++) {
            Logger logger = LogManager.getLogger(arguments[4 + i % loggers]);
            String text = i + " " + HOSTILE[i % HOSTILE.length];
            ThreadContext.put("Correlation-ID", "id-" + i + "\"");
            if (deep > 0 && i % deep == 0) {
                logger.error(text, deep(2000));
            } else if (i < loggers) {
                logger.error(text, deep(1000));
            } else if (i % 100 == 0) {
                logger.error(text, new IllegalStateException(HOSTILE[i / 100 % HOSTILE.length], new RuntimeException("of it\n\tat \"x\"")));
            } else {
                logger.info(text);
            }
            if (pause > 0 && i % pause == 0) {
                Thread.sleep(1);
            }
        }
        LogManager.shutdown();
    }

    private static RuntimeException deep(int more) {
        return more == 0 ? new RuntimeException("deep \"down\"") : deep(more - 1);
    }
}
