package dev.reeve.supervisor;

import dev.reeve.fuzz.Chance;
import dev.reeve.fuzz.Corpus;
import dev.reeve.fuzz.Property;
import dev.reeve.fuzz.Seeds;
import dev.reeve.fuzz.Shrink;
import dev.reeve.fuzz.Spoiler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever somebody writes into the configuration, a control file or Reeve's own state, the loop goes on. */
@Timeout(1800)
class ConfigurationFuzzTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    /** @param corpus what is spoiled to be written there */
    private record Target(String path, Corpus corpus) {}

    private static final List<Target> TARGETS = List.of(
            new Target("reeve.yaml", Corpus.SETTINGS),
            new Target("agents/hello/agent.yaml", Corpus.AGENT),
            new Target("agents/hello/agent.yaml", Corpus.AGENT),
            new Target("agents/new/agent.yaml", Corpus.AGENT),
            new Target("STOP", Corpus.TEXT),
            new Target("AGENTS.md", Corpus.TEXT),
            new Target("agents/hello/MEMORY.md", Corpus.TEXT),
            new Target("agents/hello/inbox.jsonl", Corpus.LINES),
            new Target("agents/hello/history.jsonl", Corpus.LINES),
            new Target("state/breakers.json", Corpus.BREAKERS),
            new Target("state/rates.json", Corpus.RATES),
            new Target("state/supervisor.json", Corpus.COMMAND),
            // of the key `k`
            new Target("state/keys/8254c329a92850f6d539dd376f4816ee2764517da5e0235514af433164480d7a.json", Corpus.KEY),
            new Target("logs/audit-2026-11-20.jsonl", Corpus.LINES),
            new Target("status.json", Corpus.RECORD),
            new Target("events/hi.jsonl", Corpus.LINES));

    @Test
    void whatIsConfiguredIsInForceOrExplained() {
        Seeds.fixed(ConfigurationFuzzTest.class, 40).hold(property());
    }

    @Test
    @Tag("fuzz")
    @Tag("profile")
    void whatIsConfiguredWithFreshSeedsIsInForceOrExplained() {
        Seeds.fresh(ConfigurationFuzzTest.class, 3_000).hold(property());
    }

    private static Property<List<Deed>> property() {
        return new Property<>(
                "configuration",
                ConfigurationFuzzTest::some,
                ConfigurationFuzzTest::play,
                Shrink.parts(),
                deeds -> deeds.stream().map(Deed::words).collect(Collectors.joining("\n")));
    }

    private static List<Deed> some(Chance chance) {
        List<Deed> deeds = new ArrayList<>();
        for (int i = chance.between(1, 4); i > 0; i--) {
            Target target = chance.of(TARGETS);
            byte[] content = new Spoiler(target.corpus).next(chance);
            // without its own files it can't work, and says so at the start
            boolean reeves = target.path.startsWith("state/") || target.path.startsWith("logs/");
            int kind = reeves ? 15 : chance.below(15);
            String what = kind == 0 ? "is a folder" : kind == 1 ? "is a link" : "is\n" + Seeds.shown(content) + "\n";
            deeds.add(new Deed(target.path + " " + what, (in, traces) -> {
                Path path = in.workspace.root().resolve(target.path);
                in.durable.removeTree(path);
                in.folder(path.getParent());
                switch (kind) {
                    case 0 -> in.machine.disk.makeFolder(path);
                    case 1 -> in.machine.disk.symlink(path, "/outside/secret.md");
                    default -> in.write(path, content);
                }
            }));
        }
        return deeds;
    }

    private static void play(List<Deed> deeds) throws IOException {
        FuzzedWorkspace in = new FuzzedWorkspace();
        Traces traces = new Traces(in);
        int half = deeds.size() / 2;
        for (Deed deed : deeds.subList(0, half)) {
            deed.doing().in(in, traces);
        }
        in.start();
        work(in, "early");
        in.run(Duration.ofSeconds(3));
        for (Deed deed : deeds.subList(half, deeds.size())) {
            deed.doing().in(in, traces);
            in.run(Duration.ofSeconds(6));
        }
        work(in, "late");
        in.run(LONG_ENOUGH);
        ToldPages.check(in);
        mended(in);
        in.restart();
        Canary.drop(in, "canary");
        in.run(LONG_ENOUGH);
        Canary.sang(in, "canary");
        in.restartChangesNothing();
        in.outsideIsUntouched();
    }

    /** Work for the agent that is meddled with. */
    private static void work(FuzzedWorkspace in, String name) throws IOException {
        in.write("agents/hello/tasks/" + name + ".md", "---\nidempotency_key: k\ngroup: upload\n---\nDo it.\n");
    }

    /** Somebody sees what is told, and mends it. */
    private static void mended(FuzzedWorkspace in) throws IOException {
        for (String path : List.of("STOP", "reeve.yaml", "state/rates.json", "status.json")) {
            in.durable.removeTree(in.workspace.root().resolve(path));
        }
        in.write("reeve.yaml", FuzzedWorkspace.SETTINGS);
    }
}
