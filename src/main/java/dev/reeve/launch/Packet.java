package dev.reeve.launch;

import java.util.List;

/**
 * The task, as its prompt tells it.
 *
 * @param goal the work itself, in the words that it was asked for
 * @param inputs files that it names
 * @param json true if the answer must be JSON
 * @param constraints one sentence each: time, attempts so far and why they failed
 * @param attachments what was dropped with it, by path
 * @param before the conversation that it goes on with
 * @param children what became of the children that it has asked for
 * @param results of the tasks that it waited for
 */
public record Packet(
        String id,
        String label,
        int attempt,
        String goal,
        List<String> inputs,
        boolean json,
        List<String> constraints,
        List<String> attachments,
        List<Result> results,
        List<Result> children,
        List<Turn> before) {

    /**
     * What a task that came before left.
     *
     * @param ok false if it failed
     * @param text its answer, or the beginning of it
     * @param whole false if {@code text} is only the beginning
     * @param path where all of it is
     */
    public record Result(String label, String id, boolean ok, String text, boolean whole, String path) {}
}
