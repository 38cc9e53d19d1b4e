package dev.reeve.workspace;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A place for a task in the tree, as a record writes it: {@code queue}, {@code done/2026-11-20}.
 *
 * @param date for DONE only, and null there too for what a person put beside the dates
 */
public record Where(State state, String date) {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    public static Where in(State state) {
        return new Where(state, null);
    }

    public static Where doneOn(String date) {
        return new Where(State.DONE, date);
    }

    /** @return null if the text names no place */
    public static Where parse(String text) {
        int slash = text.indexOf('/');
        State state = State.of(slash < 0 ? text : text.substring(0, slash));
        if (state == null || state != State.DONE && slash > 0) {
            return null;
        }
        // it becomes a part of a path
        if (slash > 0 && !isDate(text.substring(slash + 1))) {
            return null;
        }
        return new Where(state, slash < 0 ? null : text.substring(slash + 1));
    }

    /** True of the names that folders in {@code done} have; whatever else stands there is a person's. */
    public static boolean isDate(String name) {
        return DATE.matcher(name).matches();
    }

    public Path folder(Workspace workspace) {
        return date == null ? workspace.state(state) : workspace.doneOn(date);
    }

    public TaskFolder task(Workspace workspace, String id) {
        return new TaskFolder(folder(workspace).resolve(id));
    }

    @Override
    public String toString() {
        return date == null ? state.folder() : state.folder() + "/" + date;
    }
}
