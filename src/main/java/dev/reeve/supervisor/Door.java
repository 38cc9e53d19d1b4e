package dev.reeve.supervisor;

import dev.reeve.workspace.TaskId;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder where tasks are dropped.
 *
 * @param agent whose door it is; null for the one where a task names its agent itself
 * @param asker the attempt whose children are dropped there; null if nobody's
 * @param name relative to the workspace, as a record tells it
 */
record Door(Path path, String agent, Asker asker, String name) {

    /** An attempt that may ask for children. @param review Reeve itself asks, for a review of its answer */
    record Asker(String task, int attempt, boolean review) {}

    private static final Pattern SPAWN = Pattern.compile("running/([^/]+)/attempts/(\\d{1,9})/door/spawn");
    private static final Pattern REVIEW = Pattern.compile("waiting/([^/]+)/attempts/(\\d{1,9})/review");

    /** The name of the one at the top. */
    static final String EVERYBODYS = "tasks";

    private static final String SLOTS = "state/slots/";

    static Door ofEverybody(Path path) {
        return new Door(path, null, null, EVERYBODYS);
    }

    static Door ofAgent(Path path, String agent) {
        return new Door(path, agent, null, "agents/" + agent + "/tasks");
    }

    static Door ofAttempt(Path path, String task, int attempt) {
        return new Door(
                path,
                null,
                new Asker(task, attempt, false),
                "running/" + task + "/attempts/" + attempt + "/door/spawn");
    }

    /** Nobody else's: what is in it was written by Reeve. */
    static Door ofReview(Path path, String task, int attempt) {
        return new Door(
                path, null, new Asker(task, attempt, true), "waiting/" + task + "/attempts/" + attempt + "/review");
    }

    /** What Reeve itself makes of an event. */
    static Door ofEvent(Path path) {
        return new Door(path, null, null, Events.DOOR);
    }

    /** Nobody else's either. @param folder of a schedule */
    static Door ofSchedule(Path folder, String schedule) {
        return new Door(folder, null, null, SLOTS + schedule);
    }

    /** Whose slot made what was dropped there; null if none's. */
    static String scheduleOfName(String name) {
        return name.startsWith(SLOTS) ? name.substring(SLOTS.length()) : null;
    }

    /** True of one into which nobody but Reeve puts anything. */
    static boolean isReevesOwn(String name) {
        return Events.DOOR.equals(name) || scheduleOfName(name) != null;
    }

    static boolean isReview(String name) {
        return REVIEW.matcher(name).matches();
    }

    /** Whose children were dropped there; null if nobody's. */
    static Asker askerOfName(String name) {
        boolean review = isReview(name);
        Matcher form = (review ? REVIEW : SPAWN).matcher(name);
        return form.matches() && TaskId.isOne(form.group(1))
                ? new Asker(form.group(1), Integer.parseInt(form.group(2)), review)
                : null;
    }

    /** Whose door this was; null for the one at the top. */
    static String agentOfName(String name) {
        String[] parts = name.split("/");
        return parts.length >= 3 && parts[0].equals("agents") ? parts[1] : null;
    }
}
