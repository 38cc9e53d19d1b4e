package dev.reeve.supervisor;

import dev.reeve.schedule.Due;
import dev.reeve.schedule.Schedule;
import dev.reeve.schedule.Schedule.Deed;
import dev.reeve.schedule.SlotRecord;
import dev.reeve.schedule.Slots;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** The slots of schedules, as they come: what becomes of each is decided and written down, and then done. */
final class Schedules {

    /** A clock that is wrong by so much is worth a word. */
    private static final Duration ODD = Duration.ofDays(1);

    /** A schedule as it goes on. */
    private static final class Going {
        /** Null until it has been judged for the first time. */
        private Schedule schedule;

        private Slots slots;
        private SlotRecord record;

        /** When its next slot comes; null if none does. */
        private Instant next;

        /** What its record says was made may not be out of its folder. */
        private boolean unsettled = true;
    }

    private final Kit kit;
    private final Timetable timetable;
    private final SlotFiles files;
    private final SlotCommands commands;
    private final Board board;
    private final BooleanSupplier isOpen;
    private final Map<String, Going> going = new HashMap<>();
    private boolean looked;

    /** @param isOpen false while nobody knows the settings */
    Schedules(
            Kit kit, Timetable timetable, SlotFiles files, SlotCommands commands, Board board, BooleanSupplier isOpen) {
        this.kit = kit;
        this.timetable = timetable;
        this.files = files;
        this.commands = commands;
        this.board = board;
        this.isOpen = isOpen;
    }

    /** Reads the schedules that have changed. */
    void look() throws IOException {
        timetable.look();
        TreeSet<String> gone = looked ? new TreeSet<>(going.keySet()) : files.remembered();
        gone.removeAll(timetable.names());
        for (String name : gone) {
            SlotRecord record = files.read(name);
            if (record != null) {
                files.letOut(name, record.made());
            }
            files.forget(name);
            commands.forget(name);
            going.remove(name);
            kit.problems().clear(problem(name));
            kit.problems().clear(check(name));
        }
        looked = true;
    }

    void step() {
        if (!isOpen.getAsBoolean()) {
            return;
        }
        for (String name : timetable.names()) {
            try {
                step(name);
            } catch (IOException e) {
                kit.problems()
                        .raise(
                                Causes.alert(e),
                                problem(name),
                                "schedules/" + name + ".md",
                                "a step of this schedule failed and is tried again: " + Causes.words(e));
            }
        }
    }

    private void step(String name) throws IOException {
        Going one = going.get(name);
        if (one == null) {
            one = new Going();
            one.record = files.read(name);
            going.put(name, one);
        }
        settle(name, one);
        Schedule schedule = timetable.get(name);
        if (schedule == null) {
            return;
        }
        if (one.schedule != schedule) {
            one.slots = schedule.slots();
            one.schedule = schedule;
            one.next = Instant.EPOCH;
        }
        Instant now = kit.time().now();
        if (one.next != null && !one.next.isAfter(now)) {
            judge(one, now);
        }
        carryOut(one);
        String odd = "it has slots up to " + schedule.shown(one.record.judged())
                + " behind it, so that the clock was set back: none comes before that. To begin anew, stop Reeve and remove"
                + " state/slots/" + name + ".json";
        if (one.record.judged().isAfter(now.plus(ODD))) {
            kit.problems().raise(Alert.Kind.SCHEDULE, problem(name), "schedules/" + name + ".md", odd);
        } else {
            kit.problems().clear(problem(name));
        }
    }

    private void settle(String name, Going one) throws IOException {
        if (!one.unsettled) {
            return;
        }
        if (one.record != null) {
            files.letOut(name, one.record.made());
            files.tidy(name, one.record.made());
            tell(name, one.record.trouble());
        }
        one.unsettled = false;
    }

    private void judge(Going one, Instant now) throws IOException {
        Schedule schedule = one.schedule;
        Due due = Due.of(schedule, one.slots, one.record, now, isBusy(one));
        if (!due.after().equals(one.record)) {
            for (Due.News news : due.news()) {
                Action action = news.kind() == Due.Kind.MISSED ? Action.MISS : Action.SKIP;
                String about = "schedule " + schedule.name();
                String which = due.after().judged().toString();
                kit.audit().once(action, about, which, news.words());
                if (news.lost()) {
                    kit.audit().alert(Alert.Kind.SCHEDULE, about, which, "missed: " + news.words());
                }
            }
            files.write(schedule.name(), due.after());
            one.record = due.after();
        }
        Instant slot = schedule.enabled() ? one.slots.after(one.record.judged()) : null;
        one.next = slot == null ? null : schedule.comes(slot);
    }

    private void carryOut(Going one) throws IOException {
        String name = one.schedule.name();
        if (one.schedule.deed() instanceof Deed.Command command) {
            SlotCommands.Ended ended = commands.ended(name);
            if (ended != null && !one.record.due().isEmpty()) {
                did(one, null, ended.trouble());
                tell(name, ended.trouble());
            }
            if (!one.record.due().isEmpty() && !commands.atWork(name)) {
                kit.audit().once(Action.FIRE, "schedule " + name, first(one), "a command");
                commands.begin(name, command);
            }
            return;
        }
        while (!one.record.due().isEmpty() && !isBusy(one)) {
            Instant slot = one.record.due().get(0);
            String made;
            if (one.schedule.deed() instanceof Deed.Event event) {
                kit.audit().once(Action.FIRE, "schedule " + name, first(one), "event " + event.type());
                made = files.make(name, slot, event);
            } else {
                made = files.make(name, slot, (Deed.Task) one.schedule.deed());
            }
            did(one, made, null);
            one.unsettled = true;
            settle(name, one);
        }
    }

    private void did(Going one, String made, String trouble) throws IOException {
        SlotRecord after = one.record.did(made, trouble);
        files.write(one.schedule.name(), after);
        one.record = after;
    }

    private static String first(Going one) {
        return one.record.due().get(0).toString();
    }

    /** The work of an earlier slot has not ended. */
    private boolean isBusy(Going one) throws IOException {
        if (one.schedule.deed() instanceof Deed.Command) {
            return commands.atWork(one.schedule.name());
        }
        String made = one.schedule.deed() instanceof Deed.Task && one.record != null ? one.record.made() : null;
        return made != null && (board.get(made) != null || files.isOnItsWay(one.schedule.name(), made));
    }

    /** @param trouble null if its last check went well, or it is none */
    private void tell(String name, String trouble) {
        if (trouble == null) {
            kit.problems().clear(check(name));
        } else {
            kit.problems()
                    .raise(
                            Alert.Kind.SCHEDULE,
                            check(name),
                            "schedules/" + name + ".md",
                            "this check has failed: " + trouble);
        }
    }

    private static String problem(String name) {
        return "schedule " + name;
    }

    private static String check(String name) {
        return "check of schedule " + name;
    }

    /** When the next slot comes; null if none does. */
    Instant next() {
        Instant next = null;
        for (Going one : going.values()) {
            next = Decision.earlier(next, one.next);
        }
        return next;
    }

    /** True while something of a slot that has come goes on, or is still to be done. */
    boolean atWork() {
        return commands.anyAtWork() || going.values().stream().anyMatch(one -> one.unsettled || isBehind(one));
    }

    /** A step met an error: a slot that has come is not judged yet, or what it is to do is not done. */
    private boolean isBehind(Going one) {
        boolean come = one.next != null && !one.next.isAfter(kit.time().now());
        return one.schedule != null
                && (come || one.record != null && !one.record.due().isEmpty());
    }
}
