package dev.reeve.faults;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Programs that drop tasks, and people who move and remove them: all at random, whatever else happens meanwhile. */
final class Load implements AutoCloseable {

    private static final int MOST_OPEN = 60;
    private static final long LONGEST_PAUSE_MICROS = 60_000;
    private static final String[] AGENTS = {"quick", "slow", "flaky", "litter", "files"};

    /** Where people move tasks from and to. */
    private static final State[][] MOVES = {
        {State.RUNNING, State.HELD},
        {State.RUNNING, State.QUEUE},
        {State.RUNNING, State.FAILED},
        {State.QUEUE, State.HELD},
        {State.QUEUE, State.FAILED},
        {State.WAITING, State.QUEUE},
        {State.WAITING, State.HELD},
        {State.HELD, State.QUEUE},
        {State.HELD, State.QUEUE},
        {State.FAILED, State.QUEUE},
        {State.FAILED, State.QUEUE},
        {State.DONE, State.QUEUE},
    };

    private static final State[] REMOVED_FROM = {
        State.QUEUE, State.WAITING, State.RUNNING, State.HELD, State.FAILED, State.DONE
    };

    private final FaultWorkspace live;
    private final Random random;
    private final Thread thread = new Thread(this::work, "load");
    private final Set<String> dropped = ConcurrentHashMap.newKeySet();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private volatile boolean over;
    private volatile Exception failure;
    private int moves;

    private Load(FaultWorkspace live, Random random) {
        this.live = live;
        this.random = random;
    }

    static Load begin(FaultWorkspace live, Random random) throws IOException {
        live.settings("limits: {max_concurrent: 8, reserve_urgent: 1}\ndefault_agent: quick\n");
        String common = "concurrency: 3\nbreaker: {failures: 1000, window: 1000, cooldown: 1s}\nretries: 20\n";
        String answer = "echo \"$REEVE_TASK_ID $REEVE_ATTEMPT\"\n";
        live.agent("quick", common, answer);
        live.agent("slow", common, "sleep 0.$(($$ % 9))\n" + answer);
        live.agent("flaky", common, answer + "exit $((REEVE_ATTEMPT % 2))\n");
        live.agent("litter", common, "(setsid sleep 1000 >/dev/null 2>&1 &)\n" + answer);
        live.agent("files", common, "echo file > \"$REEVE_OUT/file\"\n" + answer + "sleep 0.0$(($$ % 9))\n");
        Load load = new Load(live, random);
        load.thread.start();
        return load;
    }

    /** The words of each task that was dropped, which nothing else has in it. */
    Set<String> dropped() {
        return dropped;
    }

    /** The ids of tasks of which somebody removed something. */
    Set<String> removed() {
        return removed;
    }

    int moves() {
        return moves;
    }

    private void work() {
        try {
            while (!over) {
                int what = random.nextInt(100);
                if (what < 60) {
                    drop();
                } else if (what < 97) {
                    move();
                } else {
                    remove();
                }
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextLong(LONGEST_PAUSE_MICROS)));
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    private void drop() throws IOException {
        if (live.tasks(State.QUEUE, State.WAITING, State.RUNNING, State.HELD).size() > MOST_OPEN) {
            return;
        }
        String name = "job-" + dropped.size();
        String words = name + ".";
        String agent = AGENTS[random.nextInt(AGENTS.length)];
        String text = random.nextInt(4) > 0 ? words : "---\npriority: " + (1 + random.nextInt(3)) + "\n---\n" + words;
        Path door = live.workspace.agent(agent).tasks();
        dropped.add(words);
        switch (random.nextInt(5)) {
            case 0 -> Files.writeString(door.resolve(name + ".txt"), text);
            case 1 -> folder(door.resolve("." + name), door.resolve(name), text);
            case 2 -> {
                String id = TaskId.make(Instant.now(), random::nextLong, name);
                folder(door.resolve("." + id), door.resolve(id), text);
            }
            case 3 -> Files.writeString(live.workspace.tasks().resolve(name + ".md"), text);
            default -> live.drop(agent, name + ".md", text);
        }
    }

    private static void folder(Path hidden, Path shown, String text) throws IOException {
        Files.createDirectory(hidden);
        Files.writeString(hidden.resolve("task.md"), text);
        Files.writeString(hidden.resolve("beside.txt"), "what comes along");
        Files.move(hidden, shown, StandardCopyOption.ATOMIC_MOVE);
    }

    private void move() {
        State[] move = MOVES[random.nextInt(MOVES.length)];
        TaskFolder task = any(move[0]);
        if (task != null) {
            try {
                Path there = live.workspace.task(move[1], task.id()).path();
                Files.move(task.path(), there, StandardCopyOption.ATOMIC_MOVE);
                moves++;
            } catch (IOException e) {
                // Reeve was quicker: it is elsewhere by now
            }
        }
    }

    private void remove() throws IOException {
        TaskFolder task = any(REMOVED_FROM[random.nextInt(REMOVED_FROM.length)]);
        if (task != null) {
            removed.add(task.id());
            // it fails where Reeve moves the folder meanwhile
            Commands.call("rm", "-rf", task.path().toString());
        }
    }

    private TaskFolder any(State state) {
        try {
            List<TaskFolder> tasks = live.tasks(state);
            return tasks.isEmpty() ? null : tasks.get(random.nextInt(tasks.size()));
        } catch (IOException | java.io.UncheckedIOException e) {
            return null;
        }
    }

    /** No more of it. */
    void end() throws IOException {
        close();
        if (failure != null) {
            throw new IOException("the load broke down", failure);
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
