package dev.reeve.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The folders of a workspace as a person sees them, waited for until they say what they should. */
public abstract class AwaitedFolders {

    public static final Duration PATIENCE = Duration.ofSeconds(60);

    public final Workspace workspace;

    /** What ended the supervisor, which makes waiting useless. */
    protected volatile Throwable failure;

    protected AwaitedFolders(Workspace workspace) {
        this.workspace = workspace;
    }

    protected Duration patience() {
        return PATIENCE;
    }

    /** Waits for a task in a state, by the slug of its id. */
    public TaskFolder await(State state, String slug) {
        return await("no task " + slug + " in " + state.folder() + "/", () -> find(state, slug));
    }

    /** The answer of a task, once it is done. */
    public String result(String slug) throws IOException {
        return Files.readString(await(State.DONE, slug).result()).strip();
    }

    /** @return null if there is none */
    public TaskFolder find(State state, String slug) throws IOException {
        List<TaskFolder> found = all(state, slug);
        return found.isEmpty() ? null : found.get(0);
    }

    public List<TaskFolder> all(State state, String slug) throws IOException {
        List<TaskFolder> found = new ArrayList<>();
        try (Stream<Path> paths = Files.find(
                workspace.state(state),
                state == State.DONE ? 2 : 1,
                (path, any) -> path.getFileName().toString().matches("\\d{8}-\\d{6}-....-" + slug))) {
            paths.sorted().forEach(path -> found.add(new TaskFolder(path)));
        }
        return found;
    }

    /** The folder in {@code rejected/} that holds what was dropped under this name, with its page. */
    public Path rejected(String name) {
        return await("nothing in rejected/ holds " + name, () -> {
            try (Stream<Path> folders = Files.list(workspace.rejected())) {
                return folders.filter(folder -> !folder.getFileName().toString().startsWith("."))
                        .filter(folder -> Files.exists(folder.resolve("why.md"))
                                && Files.exists(folder.resolve(name), java.nio.file.LinkOption.NOFOLLOW_LINKS))
                        .findFirst()
                        .orElse(null);
            }
        });
    }

    /** The page in a task's folder, once it says all of this. */
    public String why(State state, String slug, String... words) {
        return await("no why.md in " + state.folder() + "/ of " + slug + " that says " + List.of(words), () -> {
            String page = Files.readString(find(state, slug).why());
            return List.of(words).stream().allMatch(page::contains) ? page : null;
        });
    }

    public ObjectNode json(Path file) throws IOException {
        return Json.parseObject(Files.readAllBytes(file));
    }

    public ObjectNode status() throws IOException {
        return json(workspace.statusJson());
    }

    /** A file that an agent's script makes, relative to the workspace. */
    public Path awaitFile(String name) {
        Path file = workspace.root().resolve(name);
        await("no file " + name, () -> Files.exists(file) ? file : null);
        return file;
    }

    public List<String> lines(String name) throws IOException {
        Path file = workspace.root().resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    public void until(String otherwise, Callable<Boolean> condition) {
        await(otherwise, () -> condition.call() ? true : null);
    }

    /** Waits until there is something to be had. What can't be read at the moment is read again. */
    public <T> T await(String otherwise, Callable<T> wanted) {
        long end = System.nanoTime() + patience().toNanos();
        while (true) {
            T found;
            try {
                found = wanted.call();
            } catch (Exception e) {
                found = null;
            }
            if (found != null) {
                return found;
            }
            if (System.nanoTime() - end > 0 || failure != null) {
                return fail(otherwise + ":\n" + tree(), failure);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    public final String tree() {
        StringBuilder tree = new StringBuilder();
        try (Stream<Path> paths = Files.walk(workspace.root(), 4)) {
            paths.sorted()
                    .forEach(path ->
                            tree.append(workspace.root().relativize(path)).append('\n'));
            tree.append(new String(Files.readAllBytes(workspace.statusPage()), UTF_8));
        } catch (IOException | java.io.UncheckedIOException e) {
            tree.append(e);
        }
        return tree.toString();
    }
}
