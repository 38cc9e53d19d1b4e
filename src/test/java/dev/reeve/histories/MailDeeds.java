package dev.reeve.histories;

import dev.reeve.sim.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What has to do with messages. */
final class MailDeeds {

    private MailDeeds() {}

    /** {@code echo … >> inbox.jsonl}, and {@code sync}. @param torn in two halves, the second one a while later */
    record Say(String agent, String id, boolean torn) implements Deed {

        private static final Duration A_WHILE = Duration.ofMillis(900);

        @Override
        public void happen(Play play) throws IOException {
            byte[] line =
                    ("{\"id\":\"" + id + "\",\"message\":\"words of " + id + "\"}\n").getBytes(StandardCharsets.UTF_8);
            int half = torn ? line.length / 2 : line.length;
            append(play, java.util.Arrays.copyOf(line, half));
            if (torn) {
                play.later(A_WHILE, () -> append(play, java.util.Arrays.copyOfRange(line, half, line.length)));
            }
        }

        private void append(Play play, byte[] bytes) throws IOException {
            Path inbox = play.workspace().agent(agent).inbox();
            play.disk().append(inbox, bytes);
            play.disk().forceFile(inbox);
            play.disk().forceFolder(inbox.getParent());
        }

        @Override
        public String toString() {
            return "a person: echo " + id + " >> agents/" + agent + "/inbox.jsonl" + (torn ? ", torn" : "");
        }
    }

    /**
     * What an agent's program does when messages wake it. It is so from the beginning.
     *
     * @param to whom it sends a message each time; null if nobody
     */
    record Woken(String agent, String to, List<Behaviour> behaviours) implements Deed {
        @Override
        public void happen(Play play) {}

        Script script(int run) {
            return to == null
                    ? behaviours.get(Math.min(run, behaviours.size() - 1)).script(null, "an answer\n")
                    : Script.begin()
                            .write("send/m.json", "{\"to\":\"" + to + "\",\"message\":\"And you?\"}")
                            .sleep(Duration.ofMillis(400))
                            .print("asked\n");
        }

        @Override
        public String toString() {
            return "messages wake " + agent + (to == null ? ", which " + behaviours : ", which writes to " + to);
        }
    }
}
