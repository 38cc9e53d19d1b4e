package dev.reeve.supervisor;

import dev.reeve.event.Event;
import dev.reeve.event.Missing;
import dev.reeve.event.Route;
import dev.reeve.event.RoutedTask;
import dev.reeve.event.Routing;
import dev.reeve.task.TaskFile;
import dev.reeve.task.TaskSpec;
import dev.reeve.text.Parsed;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.EventFolder;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Decides which tasks an event makes, and writes them down whole before the first of them is dropped. */
final class Planning {

    private static final class Rejected extends Exception {
        private static final long serialVersionUID = 1;

        Rejected(String why) {
            super(why, null, false, false);
        }
    }

    private final Kit kit;
    private final Rejecting rejecting;
    private final Picking picking;
    private final Finder finder;

    Planning(Kit kit, Rejecting rejecting, Picking picking, Finder finder) {
        this.kit = kit;
        this.rejecting = rejecting;
        this.picking = picking;
        this.finder = finder;
    }

    /**
     * @param event that nobody can change by its name
     * @return null if no rule takes it, and it is rejected
     */
    EventRecord plan(EventFolder staging, Path event, EventRecord taken) throws IOException {
        // of an earlier try, which never came to its record
        kit.durable().removeTree(staging.tasks());
        EventRecord plan;
        try {
            plan = decide(staging, event, taken);
        } catch (Rejected e) {
            kit.durable().removeTree(staging.tasks());
            rejecting.reject(event, taken.dropped(), Events.DOOR, e.getMessage());
            return null;
        }
        kit.durable().forceTree(staging.tasks());
        // whoever finds the plan finds all that it tells of
        kit.disk().forceFolder(staging.path());
        kit.audit().event(plan);
        kit.durable().replace(staging.record(), plan.bytes());
        return plan;
    }

    private EventRecord decide(EventFolder staging, Path file, EventRecord taken) throws IOException, Rejected {
        byte[] content = kit.disk().read(file, 0, Event.LIMIT + 1);
        Parsed<Event> parsed = Event.read(taken.dropped(), content);
        if (!(parsed instanceof Parsed.Good<Event> good)) {
            throw new Rejected(lines(parsed.problems()));
        }
        Event event = good.value();
        List<Route> rules = kit.team().get().settings().routes();
        Routing routing = Routing.of(rules, event.fields());
        if (routing.rule() == null) {
            throw new Rejected(nobody(event, routing));
        }
        kit.disk().makeFolder(staging.tasks());
        List<EventRecord.Made> made = new ArrayList<>();
        List<String> agents = picking.pick(routing.rule());
        for (String agent : agents) {
            made.add(make(staging, file, content, routing.rule(), event, agent, agents.size() > 1));
        }
        if (made.isEmpty()) {
            throw new Rejected(routing.rule().name() + " takes it, and none of its agents is there: "
                    + String.join(", ", routing.rule().agents()) + ".");
        }
        return new EventRecord(
                taken.id(),
                taken.dropped(),
                taken.takenAt(),
                event.type(),
                routing.rule().number(),
                routing.rule().place().line(),
                List.copyOf(made));
    }

    private EventRecord.Made make(
            EventFolder staging, Path file, byte[] content, Route rule, Event event, String agent, boolean several)
            throws IOException, Rejected {
        String name = file.getFileName().toString();
        byte[] task;
        String words;
        try {
            task = RoutedTask.of(rule, event, agent, "files/" + name);
            words = RoutedTask.words(rule, event);
        } catch (Missing e) {
            throw new Rejected(rule.name() + " takes it, and no task can be made of it: " + e.getMessage() + ".");
        }
        Parsed<TaskSpec> parsed =
                TaskFile.read("task.md", task, kit.team().get().settings().zone());
        if (parsed instanceof Parsed.Bad<TaskSpec>) {
            throw new Rejected(
                    rule.name() + " takes it, and what it comes to is no task:\n\n" + lines(parsed.problems()));
        }
        String id = freshId(staging, several ? agent + " " + words : words);
        TaskFolder folder = TaskFolder.dropped(staging.tasks(), id);
        kit.disk().makeFolder(folder.path());
        kit.disk().create(folder.task("md"), task);
        kit.disk().create(folder.attached(name), content);
        return new EventRecord.Made(id, agent);
    }

    private String freshId(EventFolder staging, String words) throws IOException {
        String id;
        do {
            id = TaskId.make(kit.time().now(), kit.random(), words);
        } while (finder.find(id) != null
                || kit.durable().exists(kit.workspace().staging(id).path())
                || kit.durable().exists(TaskFolder.dropped(staging.tasks(), id).path()));
        return id;
    }

    private static String nobody(Event event, Routing routing) {
        String type = "It is an event of type " + Quoted.of(event.type()) + ", and ";
        if (routing.passed().isEmpty()) {
            return type + "reeve.yaml has no `routes`, which say whose work an event is.";
        }
        return type + "no rule takes it:\n\n"
                + routing.passed().stream().map(passed -> "- " + passed).collect(Collectors.joining("\n"))
                + "\n\n`reeve route FILE` says the same of any file, while you mend the rules.";
    }

    private static String lines(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n"));
    }
}
