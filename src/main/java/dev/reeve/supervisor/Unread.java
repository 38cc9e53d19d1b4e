package dev.reeve.supervisor;

import dev.reeve.message.Batch;
import dev.reeve.message.Message;
import dev.reeve.message.Range;
import java.util.List;

/**
 * What an agent, or a session of one, has not read, as far as it would be given to one run.
 *
 * @param count the messages in it
 * @param wakes whether any of them is more than a note
 * @param hops the most that led to one of them
 * @param root the task with which all of them began; null if that is not one
 * @param from who sent them, each once
 */
record Unread(Range range, int count, boolean wakes, int hops, String root, List<String> from) {

    /** @return null if there is no message in it */
    static Unread of(Batch batch) {
        List<Message> messages = batch.messages();
        if (messages.isEmpty()) {
            return null;
        }
        List<String> roots = messages.stream()
                .map(message -> message.root() == null ? "" : message.root())
                .distinct()
                .toList();
        return new Unread(
                batch.range(),
                messages.size(),
                messages.stream().anyMatch(message -> message.kind() != Message.Kind.NOTE),
                messages.stream().mapToInt(Message::hops).max().orElse(0),
                roots.size() == 1 && !roots.get(0).isEmpty() ? roots.get(0) : null,
                messages.stream().map(Message::from).distinct().toList());
    }
}
