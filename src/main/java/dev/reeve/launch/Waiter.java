package dev.reeve.launch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file in {@code door/wait/}: a process that waits there for the task's children. The file is empty; that it
 * is there is all it says.
 *
 * <pre>
 * 4711.158311        it waits, and the places of its task are lent
 * 4711.158311.back   it has what it waited for, and goes on when this file is gone: the places are back then
 * </pre>
 *
 * @param back it asks for the places
 */
public record Waiter(Identity process, boolean back) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17})\\.([0-9]+|-)(\\.back)?");

    /** @return null if it is no such name */
    public static Waiter parse(String name) {
        Matcher form = FORM.matcher(name);
        return form.matches()
                ? new Waiter(new Identity(Long.parseLong(form.group(1)), form.group(2)), form.group(3) != null)
                : null;
    }

    public String name() {
        return process.pid() + "." + process.start() + (back ? ".back" : "");
    }

    public Waiter askingBack() {
        return new Waiter(process, true);
    }
}
