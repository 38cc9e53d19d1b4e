package dev.reeve.cli.share;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.SearchPath;
import dev.reeve.cli.call.Span;
import dev.reeve.cli.call.UserError;
import dev.reeve.shared.SharedLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a command while it has the lock on a file. */
@Command(
        name = "lock",
        customSynopsis = "reeve lock [--timeout=DURATION] [--expires=DURATION] FILE -- COMMAND [WORD…]",
        description = {
            "Run a command while holding the lock on a file, which agents and people share.",
            "The lock is FILE.lock. It keeps out whoever asks for it, and is given back when the command has ended."
        },
        exitCodeList = {
            "0:done, as the command says; every other status of the command's own is handed on",
            "2:wrong usage, or no such command: it was not run",
            "3:--timeout came first: it was not run"
        },
        footer = "  reeve lock shared/notes.md --timeout 1m -- sh -c 'date >> shared/notes.md'")
public final class LockCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private LockWait wait = new LockWait();

    @Option(
            names = "--expires",
            paramLabel = "DURATION",
            converter = Span.class,
            description = {
                "After how long other machines may break the lock. Default: never.",
                "On this machine it holds for as long as the command lives."
            })
    private Duration expires;

    @Parameters(index = "0", paramLabel = "FILE", description = "What is locked. It need not be there.")
    private Path file;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "COMMAND", description = "What is run, behind ` -- `.")
    private List<String> command;

    public LockCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path shared = SharedFile.find(invocation, file);
        checkProgram(command.get(0));
        SharedLock lock = wait.lock(invocation, shared);
        SharedLock.Held held = lock.take(expires, wait.waiting(invocation, lock));
        return held == null ? Exit.TIMED_OUT : new UnderLock(invocation, lock.path(), held).run(command);
    }

    /** Before anybody waits for it. */
    private void checkProgram(String program) {
        boolean isThere = program.contains("/")
                ? Files.isExecutable(invocation.path(Path.of(program)))
                : new SearchPath(invocation.environment()).find(program) != null;
        if (!isThere) {
            throw new UserError(
                    Exit.USAGE,
                    program + ": no such program" + (program.contains("/") ? "" : " on PATH")
                            + ". Write its right name, or a whole command line as: -- sh -c '…'");
        }
    }
}
