package dev.reeve.histories;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What people have said in a history, in the order in which they did. */
final class Letterbox {

    /**
     * @param to an agent, or {@code <agent>/<session>}
     * @param certain its line stands whole and by itself, forced, so that it must arrive
     */
    record Word(String to, String id, boolean certain) {}

    /** @param late the task's end may have been on its way already */
    record Hint(String task, String id, boolean late) {}

    private final List<Word> words = new ArrayList<>();
    private final List<Hint> hints = new ArrayList<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> mayBeGone = new HashSet<>();

    /** Half a line, which may stay that. */
    void begun(String to, String id) {
        begun.add(id);
    }

    void said(String to, String id, boolean certain) {
        words.add(new Word(to, id, certain));
    }

    void steered(String task, String id, boolean late) {
        hints.add(new Hint(task, id, late));
    }

    /** A person removes a task that may have been given whatever was said until now. */
    void taskRemoved() {
        words.forEach(word -> mayBeGone.add(word.id()));
        mayBeGone.addAll(begun);
    }

    /** They arrive, each once. */
    List<Word> certain() {
        return words.stream()
                .filter(word -> word.certain() && !mayBeGone.contains(word.id()))
                .toList();
    }

    /** In the order in which they must be given. */
    List<String> inOrder(String to) {
        return words.stream()
                .filter(word -> word.to().equals(to) && word.certain() && !begun.contains(word.id()))
                .map(Word::id)
                .toList();
    }

    List<Hint> hints() {
        return hints;
    }
}
