package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.files.Stat;
import dev.reeve.message.Address;
import dev.reeve.message.Addressee;
import dev.reeve.message.Draft;
import dev.reeve.message.Message;
import dev.reeve.message.Sending;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.text.Parsed;
import dev.reeve.text.Problem;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Delivers what attempts put into {@code door/send/}: into the inbox first, for good, and only then out of the door.
 * Delivered again after a crash it has the same id, by which a second copy is known.
 */
final class Posting {

    private static final int MOST = 256;

    private final Kit kit;
    private final Mail mail;
    private final Rejecting rejecting;
    private final Doors doors;
    private final BooleanSupplier open;
    private final Supplier<Collection<Live>> lives;

    /**
     * @param open false while nobody knows yet who may ask whom
     * @param lives the attempts that may send
     */
    Posting(
            Kit kit,
            Listings listings,
            Mail mail,
            Rejecting rejecting,
            BooleanSupplier open,
            Supplier<Collection<Live>> lives) {
        this.kit = kit;
        this.mail = mail;
        this.rejecting = rejecting;
        this.doors = new Doors(kit.disk(), listings, kit.problems());
        this.open = open;
        this.lives = lives;
    }

    /** Delivers what has come to rest. */
    void take() {
        if (!open.getAsBoolean()) {
            return;
        }
        List<Door> all = new ArrayList<>();
        lives.get().stream().filter(live -> !live.removed()).forEach(live -> all.add(door(live)));
        Duration settle = kit.team().get().settings().settle();
        for (Doors.Ready one :
                doors.look(all, settle, MOST, kit.time().now(), kit.time().nanos())) {
            Live live = lives.get().stream()
                    .filter(any -> !any.removed() && door(any).equals(one.door()))
                    .findFirst()
                    .orElse(null);
            try {
                if (live != null) {
                    deliver(live, one.path());
                }
                doors.forget(one.path());
            } catch (IOException e) {
                doors.later(one.door(), one.path(), Causes.words(e), kit.time().nanos());
            }
        }
    }

    private Door door(Live live) {
        Path path =
                live.where.task(kit.workspace(), live.id).attempt(live.number).send();
        String name = live.where + "/" + live.id + "/attempts/" + live.number + "/door/send";
        return new Door(path, null, new Door.Asker(live.id, live.number, false), name);
    }

    /**
     * Delivers at once what an attempt has left there: its processes are gone, so that nothing of it is still being
     * written.
     *
     * @throws IOException if not all of it could be delivered: it is tried again before anything becomes of the task
     */
    void drain(Live live) throws IOException {
        Path door = door(live).path();
        Stat stat = kit.disk().stat(door);
        if (stat == null || !stat.isFolder()) {
            return;
        }
        for (String name : new TreeSet<>(kit.disk().list(door))) {
            if (!Drop.leftAlone(name)) {
                if (!open.getAsBoolean()) {
                    throw new IOException("what it has sent can't be delivered while reeve.yaml can't be understood");
                }
                deliver(live, door.resolve(name));
            }
        }
    }

    private void deliver(Live live, Path file) throws IOException {
        TaskFolder task = live.where.task(kit.workspace(), live.id);
        TaskRecord record = TaskRecords.read(kit.disk(), task);
        Stat stat = kit.disk().stat(file);
        if (record == null || stat == null) {
            return;
        }
        String name = file.getFileName().toString();
        String badName = Names.wrong(name);
        if (!stat.isFile() || badName != null) {
            refuse(live, record, task, file, null, badName != null ? badName : "it is no regular file");
            return;
        }
        byte[] content = kit.disk().read(file, 0, Draft.LIMIT + 1);
        String id = Draft.id(live.id, live.number, Names.safe(name), content);
        Parsed<Draft> parsed = Draft.read(name, content);
        if (!(parsed instanceof Parsed.Good<Draft> good)) {
            String problems = parsed.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
            refuse(live, record, task, file, id, problems);
            return;
        }
        Address to = Address.of(good.value().to(), kit.team().get().names());
        AgentConfig sender = kit.team().get().config(live.agent);
        String problem = to.problem();
        if (problem == null && sender != null && !sender.mayAsk(to.whose().agent())) {
            problem = "agent `" + live.agent + "` may not ask `" + to.whose().agent() + "`: its `may_ask` names "
                    + (sender.mayAsk().isEmpty() ? "nobody" : String.join(", ", sender.mayAsk()));
        }
        Message message = new Message(
                id,
                Addressee.of(live.agent, record.spec().session()).toString(),
                good.value().to(),
                kit.time().now(),
                good.value().text(),
                Message.Kind.MESSAGE,
                good.value().replyTo(),
                record.id(),
                record.root(),
                record.hops() + 1);
        if (problem == null && !Sending.fits(message)) {
            problem = "with what Reeve adds it is more than 1 MB: put what is large into a file in $REEVE_SHARED, and"
                    + " name that file";
        }
        if (problem != null) {
            refuse(live, record, task, file, id, problem);
            return;
        }
        Sending.send(kit.disk(), to.whose().inbox(kit.workspace()), message);
        mail.touched(to.whose());
        kit.disk().remove(file);
    }

    /** Its task is told, and when that has ended without having read it, its agent. */
    private void refuse(Live live, TaskRecord record, TaskFolder task, Path file, String id, String reason)
            throws IOException {
        String name = file.getFileName().toString();
        Sending.send(
                kit.disk(),
                task.messages(),
                new Message(
                        live.id + ":" + live.number + ":" + Names.safe(name) + ":refused",
                        "reeve",
                        live.agent,
                        kit.time().now(),
                        "What you put into $REEVE_SEND as " + Names.safe(name) + " was not sent: " + reason
                                + ". It is in rejected/.",
                        Message.Kind.NOTE,
                        id,
                        record.id(),
                        record.root(),
                        record.hops() + 1));
        rejecting.stray(file, "the send/ door of task " + live.id, "It was not sent: " + reason + ".");
    }

    /** How long until something could have come to rest; null if no door has anything in it. */
    Duration nextRest() {
        return doors.nextRest(kit.time().nanos());
    }

    /** True while something is on its way. */
    boolean settling() {
        return doors.settling();
    }
}
