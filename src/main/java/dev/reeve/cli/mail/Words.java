package dev.reeve.cli.mail;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The words of a message, as they were given on the command line. */
final class Words {

    private Words() {}

    /** @param words {@code -} alone stands for standard input */
    static String of(List<String> words, Invocation invocation) throws IOException {
        String text = words.equals(List.of("-"))
                ? new String(invocation.input().readAllBytes(), StandardCharsets.UTF_8).stripTrailing()
                : String.join(" ", words);
        if (text.isBlank()) {
            throw new UserError(Exit.USAGE, "the message is empty: say in words what it is about.");
        }
        return text;
    }
}
