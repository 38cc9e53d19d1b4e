package dev.reeve.supervisor;

import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Takes the steps that were staged, side by side. The lines, and what a crash after each leaves, are in
 * {@code docs/life-of-a-task.md} under "Settle".
 */
final class Settling {

    private record Waiting(Staged step, Staged.Then then) {}

    private final Kit kit;
    private final Reporting reporting;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    /** Where something was moved to, and the force of it met an error or has not come yet. */
    private final Set<Where> unforced = new LinkedHashSet<>();

    Settling(Kit kit, Reporting reporting) {
        this.kit = kit;
        this.reporting = reporting;
    }

    /** It is taken with the next {@link #settle}. */
    void add(Staged step, Staged.Then then) {
        waiting.put(step.id(), new Waiting(step, then));
    }

    /** True if a step of this task waits to be taken. */
    boolean has(String id) {
        return waiting.containsKey(id);
    }

    /** True if a step waits that ends this task: what it was told has been looked through for the last time. */
    boolean ends(String id) {
        return has(id) && waiting.get(id).step().there().state().ended();
    }

    /**
     * Takes all that wait.
     *
     * @param failed told of each task whose step met an error
     * @param over told of each whose step lasts
     */
    void settle(BiConsumer<String, IOException> failed, Consumer<String> over) {
        forceAgain();
        // what follows from a step may be the next one
        while (!waiting.isEmpty()) {
            Map<String, Waiting> all = new LinkedHashMap<>(waiting);
            waiting.clear();
            Together<Staged> steps = together(
                    all.values().stream().map(Waiting::step).toList(),
                    (step, error) -> failed.accept(step.id(), error));
            write(steps);
            move(steps, (step, record) -> all.get(step.id()).then.follows(record));
            steps.each(step -> over.accept(step.id()));
        }
    }

    /** Takes one that can't wait for others. */
    TaskRecord alone(Staged one) throws IOException {
        List<TaskRecord> moved = new ArrayList<>();
        List<IOException> errors = new ArrayList<>();
        Together<Staged> step = together(List.of(one), (same, error) -> errors.add(error));
        write(step);
        move(step, (same, record) -> moved.add(record));
        check(errors);
        return moved.get(0);
    }

    /** Takes one that ends where it is. */
    TaskRecord note(Staged one) throws IOException {
        List<IOException> errors = new ArrayList<>();
        Together<Staged> step = together(List.of(one), (same, error) -> errors.add(error));
        // a record that tells of its end where it stands is never looked at again: nobody would come back to this
        step.each(this::report);
        write(step);
        check(errors);
        return one.record();
    }

    private static void check(List<IOException> errors) throws IOException {
        if (!errors.isEmpty()) {
            throw errors.get(0);
        }
    }

    private Together<Staged> together(List<Staged> steps, BiConsumer<Staged, IOException> failed) {
        return new Together<>(steps, (step, error) -> {
            step.contents().drop();
            kit.durable().discard(step.file());
            failed.accept(step, error);
        });
    }

    /** Contents before the record, all of it before a rename. */
    private void write(Together<Staged> steps) {
        steps.each(step -> step.contents().force());
        steps.each(step -> kit.disk().forceFile(step.file().temporary()));
        steps.shared(step -> kit.audit(), Audit::force);
        steps.each(step -> step.contents().put());
        steps.each(step -> {
            if (!step.contents().isEmpty()) {
                kit.disk().forceFolder(step.folder());
            }
        });
        steps.each(step -> kit.durable().put(step.file()));
        steps.each(step -> kit.disk().forceFolder(step.folder()));
    }

    @FunctionalInterface
    private interface Moved {
        void to(Staged step, TaskRecord record) throws IOException;
    }

    private void move(Together<Staged> steps, Moved moved) {
        // behind the record: before it, a power cut may still bring it to another end
        steps.each(this::report);
        steps.shared(Staged::there, this::make);
        steps.each(step -> rename(step.id(), step.here(), step.there()));
        steps.shared(Staged::there, this::force);
        steps.each(step -> moved.to(step, arrived(step.record())));
    }

    private void report(Staged step) throws IOException {
        if (step.ends()) {
            reporting.report(step.record(), new TaskFolder(step.folder()));
        }
    }

    /**
     * The end of a step whose record is written: the rename, and of one that is over perhaps the report as well.
     *
     * @return the record as it is then
     */
    TaskRecord complete(TaskRecord record) throws IOException {
        Where here = record.at();
        Where there = record.next();
        TaskFolder folder = here.task(kit.workspace(), record.id());
        // whoever wrote its record may not have come to force it
        kit.disk().forceFolder(folder.path());
        if (there.state().ended()) {
            reporting.report(record, folder);
        }
        make(there);
        rename(record.id(), here, there);
        force(there);
        return arrived(record);
    }

    private void make(Where where) throws IOException {
        Path folder = where.folder(kit.workspace());
        if (where.date() != null && !kit.durable().exists(folder)) {
            // it lasts with the first thing in it that does
            kit.disk().makeFolder(folder);
        }
    }

    private void rename(String id, Where here, Where there) throws IOException {
        Path to = there.task(kit.workspace(), id).path();
        if (kit.durable().exists(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        kit.disk().rename(here.task(kit.workspace(), id).path(), to);
        unforced.add(there);
    }

    /** A rename is one change: the new name lasts, and with it that the old one is gone. */
    private void force(Where where) throws IOException {
        kit.disk().forceFolder(where.folder(kit.workspace()));
        unforced.remove(where);
    }

    /** The tasks are where they belong, so that nobody else comes back to this. */
    private void forceAgain() {
        for (Where where : List.copyOf(unforced)) {
            try {
                force(where);
            } catch (IOException e) {
                // the step was told to have failed; it is tried with each turn
            }
        }
    }

    /**
     * It is where its record says that it was about to go.
     *
     * @return the record, which tells that it is there if it must
     */
    TaskRecord arrived(TaskRecord moved) throws IOException {
        if (!Staged.mustTellThatItLeft(moved)) {
            return moved;
        }
        TaskRecord record = moved.change().at(moved.next()).done();
        try {
            tell(moved.next(), record);
        } catch (NoSuchFileException e) {
            // a person was quicker, and has sent it back already
            tell(moved.at(), record);
        }
        return record;
    }

    /** By way of {@code state/}: it may be in {@code done} by now, where no start looks for what was cut off. */
    private void tell(Where where, TaskRecord record) throws IOException {
        kit.durable()
                .replaceBy(
                        kit.workspace().records(),
                        where.task(kit.workspace(), record.id()).record(),
                        TaskRecords.bytes(record));
    }
}
