package dev.reeve.cli;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What becomes of an exception: the one place that turns each kind into a message and an exit code. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Invocation invocation;

    Errors(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public int handleParseException(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        invocation.note(error.getMessage());
        if (error instanceof UnmatchedArgumentException unmatched) {
            if (unmatched.getUnmatched().stream().anyMatch(Errors::isText)) {
                invocation.terminal().err().println("Phrases that begin with a dash go behind ` -- `.");
            }
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                invocation.terminal().err().println("Nearest: " + String.join(", ", near));
            }
        }
        invocation
                .terminal()
                .err()
                .println("`" + command.getCommandSpec().qualifiedName() + " --help` shows how it is used.");
        return Exit.USAGE;
    }

    private static boolean isText(String word) {
        return word.startsWith("-") && (word.indexOf(' ') > 0 || word.indexOf('\n') > 0);
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        if (error instanceof UserError user) {
            invocation.note(user.getMessage());
            return user.exit();
        }
        Throwable cause = error instanceof UncheckedIOException unchecked ? unchecked.getCause() : error;
        if (cause instanceof FileSystemException failed && failed.getFile() != null) {
            invocation.note(told(failed));
            return Exit.USAGE;
        }
        return bug(error);
    }

    int bug(Throwable error) {
        invocation.note("this is a bug in Reeve " + Version.text() + ", nothing that you did wrong."
                + " Please report it with what follows.");
        PrintWriter err = invocation.terminal().err();
        error.printStackTrace(err);
        err.flush();
        return Exit.BUG;
    }

    private static String told(FileSystemException error) {
        String cause = error.getReason();
        if (error instanceof NoSuchFileException) {
            cause = "no such file or folder. `reeve check` tells what a workspace is missing";
        } else if (error instanceof AccessDeniedException) {
            cause = "permission denied. Its owner and mode must let you use it: `ls -ld` shows them";
        }
        return error.getFile() + ": "
                + (cause == null ? error.getClass().getSimpleName() : cause)
                + (error.getOtherFile() == null ? "" : " (with " + error.getOtherFile() + ")");
    }
}
