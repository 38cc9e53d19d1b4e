package dev.reeve.supervisor;

import dev.reeve.message.Address;
import dev.reeve.message.Addressee;
import dev.reeve.message.Message;
import dev.reeve.message.Sending;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Tells the one whom a task names in {@code report_to} how it has ended. All that is told is in its record and its result,
 * which last before; whoever completes a step that was cut off sends the same message again, by the same id.
 */
final class Reporting {

    private final Kit kit;
    private final Mail mail;
    private final Answer answer;

    Reporting(Kit kit, Mail mail, Answer answer) {
        this.kit = kit;
        this.mail = mail;
        this.answer = answer;
    }

    private static Address address(Kit kit, String to) {
        return Address.of(to, kit.team().get().names());
    }

    /** Why nobody can be told; null if somebody can, or nobody is to be. */
    static String wrong(Kit kit, String to) {
        String problem = to == null ? null : address(kit, to).problem();
        return problem == null ? null : "`report_to: " + to + "`: " + problem + ".";
    }

    /** The agent to whom that would be told; null if there is none. */
    static String agent(Kit kit, String to) {
        Address address = to == null ? null : address(kit, to);
        return address == null || address.whose() == null
                ? null
                : address.whose().agent();
    }

    /**
     * @param record as it is when it has ended
     * @param folder where its files are now
     */
    void report(TaskRecord record, TaskFolder folder) throws IOException {
        String to = record.spec().reportTo();
        if (to == null) {
            return;
        }
        Address address = address(kit, to);
        if (address.problem() != null) {
            // it was somebody when the task was accepted
            kit.audit()
                    .alert(
                            Alert.Kind.PROBLEM,
                            record.id(),
                            "report",
                            "its end could not be reported to `" + to + "`: " + address.problem());
            return;
        }
        boolean done = record.settled().state() == State.DONE;
        Sending.send(
                kit.disk(),
                address.whose().inbox(kit.workspace()),
                new Message(
                        id(record, done),
                        Addressee.of(record.agent(), record.spec().session()).toString(),
                        to,
                        kit.time().now(),
                        text(record, folder, done),
                        Message.Kind.RESULT,
                        null,
                        record.id(),
                        record.root(),
                        record.hops() + 1));
        mail.touched(address.whose());
    }

    /** Made of what it tells: a task that is begun again, and ends again, is told of again. */
    private static String id(TaskRecord record, boolean done) {
        int last = record.lastAttempt() == null ? 0 : record.lastAttempt().number();
        Action action = done ? Action.FINISH : Action.FAIL;
        return record.id() + ":" + (done ? record.answer() : last) + ":" + action.word();
    }

    private String text(TaskRecord record, TaskFolder folder, boolean done) throws IOException {
        String task = "Task `" + record.label() + "` ";
        String there =
                record.settled().task(kit.workspace(), record.id()).path().toString();
        if (!done) {
            return task + "failed: " + record.why() + "\n\nAll of it is in " + there + ".";
        }
        Path result = kit.durable().exists(folder.result()) ? folder.result() : folder.resultJson();
        return task + "is done, in " + there + ". Its result:\n\n" + answer.excerpt(result, there);
    }
}
