package dev.reeve.faults;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.files.RealDisk;
import dev.reeve.launch.RealProcesses;
import dev.reeve.shared.Asker;
import dev.reeve.shared.SharedLock;
import dev.reeve.shared.SharedState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A program that counts up in a file which others count up in as well, and says so after each time. */
final class SharedWriter {

    private SharedWriter() {}

    /** FILE NAME TIMES */
    public static void main(String[] words) throws Exception {
        SplittableRandom random = new SplittableRandom();
        Durable durable = new Durable(new RealDisk(), random::nextLong);
        Path file = Path.of(words[0]);
        String name = words[1];
        Asker asker = Asker.thisProcess("writer " + name, RealProcesses.ofThisMachine(), InstantSource.system());
        SharedLock lock = new SharedLock(durable, random::nextLong, asker, file);
        for (int time = 0; time < Integer.parseInt(words[2]); time++) {
            new SharedState(durable, file).change(lock, by -> pause(random), content -> counted(content, name));
            System.out.println("counted");
        }
    }

    private static boolean pause(SplittableRandom random) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(100, 5000)));
        return true;
    }

    /** Its own count, and one of all: an update that is lost is missing from one of the two. */
    private static JsonNode counted(JsonNode content, String name) {
        ObjectNode counts = (ObjectNode) content;
        for (String key : new String[] {name, "all"}) {
            Long before = Json.whole(counts, key);
            counts.put(key, before == null ? 1 : before + 1);
        }
        return counts;
    }
}
