package dev.reeve.histories;

import dev.reeve.message.Addressee;
import dev.reeve.sim.Script;
import dev.reeve.workspace.InboxFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What has to do with messages. */
final class MailDeeds {

    private MailDeeds() {}

    /**
     * {@code echo … >> inbox.jsonl}, and {@code sync}.
     *
     * @param to an agent, or {@code <agent>/<session>}
     * @param torn in two halves, the second one a while later
     */
    record Say(String to, String id, boolean torn) implements Deed {

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
            InboxFiles inbox = whose().inbox(play.workspace());
            inbox.make(play.disk());
            play.disk().append(inbox.live(), bytes);
            play.disk().forceFile(inbox.live());
            inbox.force(play.disk());
        }

        Addressee whose() {
            int slash = to.indexOf('/');
            return slash < 0 ? Addressee.ofAgent(to) : new Addressee(to.substring(0, slash), to.substring(slash + 1));
        }

        @Override
        public String toString() {
            return "a person: echo " + id + " >> the inbox of " + to + (torn ? ", torn" : "");
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
