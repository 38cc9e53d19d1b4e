package dev.reeve.cli.demo;

import dev.reeve.files.Disk;
import dev.reeve.files.Json;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** What goes on in a workspace, read from its audit log as anybody could read it, while the supervisor writes it. */
public final class Story {

    private static final int CHUNK = 64 << 10;

    private final Disk disk;
    private final Workspace workspace;
    private final Map<String, Long> offsets = new HashMap<>();
    private final Map<String, Event> last = new LinkedHashMap<>();

    public Story(Disk disk, Workspace workspace) {
        this.disk = disk;
        this.workspace = workspace;
    }

    /** What happened since this was last asked, in its order. */
    public List<Event> news() throws IOException {
        List<Event> news = new ArrayList<>();
        // a demo that runs into the next day has a second log
        for (String name : new TreeSet<>(disk.list(workspace.logs()))) {
            if (name.startsWith("audit-")) {
                read(name, news);
            }
        }
        for (Event event : news) {
            last.remove(event.task());
            last.put(event.task(), event);
        }
        return news;
    }

    private void read(String name, List<Event> news) throws IOException {
        long offset = offsets.getOrDefault(name, 0L);
        byte[] content = disk.read(workspace.logs().resolve(name), offset, CHUNK);
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                ObjectNode line = Json.parseObject(Arrays.copyOfRange(content, start, i));
                Event event = line == null ? null : Event.of(line);
                if (event != null) {
                    news.add(event);
                }
                start = i + 1;
            }
        }
        offsets.put(name, offset + start);
    }

    /** The last that happened to each task, the latest at the end. */
    public List<Event> endings() {
        return List.copyOf(last.values());
    }
}
