package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file {@code STOP} at the top of the workspace. */
final class Control {

    private static final Logger LOG = LoggerFactory.getLogger("reeve");

    private final Kit kit;
    private String stop;

    Control(Kit kit) {
        this.kit = kit;
    }

    void look() {
        String before = stop;
        try {
            stop = read();
        } catch (IOException e) {
            // what can't be read is there: better nothing starts than too much
            stop = "stop";
        }
        if (stop != null && !stop.equals(before)) {
            LOG.info(
                    "STOP is there: nothing new starts{}",
                    now() ? ", and what runs is stopped and queued again" : ". What runs goes on");
        } else if (stop == null && before != null) {
            LOG.info("STOP is gone: tasks start again");
        }
    }

    private String read() throws IOException {
        Stat stat = kit.disk().stat(kit.workspace().stop());
        if (stat == null) {
            return null;
        }
        byte[] content = stat.isFile() ? kit.disk().read(kit.workspace().stop(), 0, 64) : new byte[0];
        String word = new String(content, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
        return word.equals("now") ? "now" : "stop";
    }

    /** Null, "stop" or "now". */
    String stop() {
        return stop;
    }

    boolean now() {
        return "now".equals(stop);
    }
}
