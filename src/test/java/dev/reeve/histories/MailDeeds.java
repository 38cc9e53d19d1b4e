package dev.reeve.histories;

import dev.reeve.files.Stat;
import dev.reeve.message.Addressee;
import dev.reeve.sim.People;
import dev.reeve.sim.Script;
import dev.reeve.sim.SimDisk;
import dev.reeve.workspace.InboxFiles;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
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
            InboxFiles files = whose().inbox(play.workspace());
            files.make(play.disk());
            Path inbox = files.live();
            boolean behindHalfALine = endsWithinALine(play.disk(), inbox);
            play.disk().append(inbox, Arrays.copyOf(line, half));
            sync(play.disk(), files);
            if (!torn) {
                play.letterbox().said(to, id, !behindHalfALine);
                return;
            }
            play.letterbox().begun(to, id);
            SimDisk.OpenFile open = play.disk().open(inbox);
            long inode = play.disk().stat(inbox).inode();
            long size = play.disk().stat(inbox).size();
            play.later(A_WHILE, () -> {
                Stat now = play.disk().stat(inbox);
                boolean alone = now != null && now.inode() == inode && now.size() == size;
                open.append(Arrays.copyOfRange(line, half, line.length));
                if (alone) {
                    sync(play.disk(), files);
                }
                play.letterbox().said(to, id, alone && !behindHalfALine);
            });
        }

        private static boolean endsWithinALine(SimDisk disk, Path inbox) throws IOException {
            long size = disk.stat(inbox) == null ? 0 : disk.stat(inbox).size();
            return size > 0 && disk.read(inbox, size - 1, 1)[0] != '\n';
        }

        private static void sync(SimDisk disk, InboxFiles inbox) throws IOException {
            disk.forceFile(inbox.live());
            inbox.force(disk);
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

    /** A short line that nobody forces: a power cut may take it, read or not. */
    record Mutter(String agent, String id) implements Deed {
        @Override
        public void happen(Play play) throws IOException {
            byte[] line = ("{\"id\":\"" + id + "\",\"message\":\"hm\"}\n").getBytes(StandardCharsets.UTF_8);
            play.disk().append(play.workspace().agent(agent).inbox(), line);
            play.letterbox().said(agent, id, false);
        }

        @Override
        public String toString() {
            return "a person: echo " + id + " >> agents/" + agent + "/inbox.jsonl, not synced";
        }
    }

    /** {@code echo … >> queue/<id>/inbox.jsonl}, wherever it is, and {@code sync}. One that has ended is not told. */
    record Steer(String slug, String id) implements Deed {
        @Override
        public void happen(Play play) throws IOException {
            byte[] line =
                    ("{\"id\":\"" + id + "\",\"message\":\"words of " + id + "\"}\n").getBytes(StandardCharsets.UTF_8);
            for (People.Found found : play.people().find(slug)) {
                TaskFolder task = found.where().task(play.workspace(), found.id());
                if (!found.where().state().ended() && play.disk().stat(task.record()) != null) {
                    play.disk().append(task.inbox(), line);
                    play.disk().forceFile(task.inbox());
                    play.disk().forceFolder(task.path());
                    play.letterbox().steered(found.id(), id, play.isAtStep());
                }
            }
        }

        @Override
        public String toString() {
            return "a person: echo " + id + " >> the inbox.jsonl of " + slug;
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
