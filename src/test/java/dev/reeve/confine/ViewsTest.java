package dev.reeve.confine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Outside;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is seen inside a sandbox, and the words in which the systems are told. */
class ViewsTest {

    private static final Workspace WORKSPACE = new Workspace(Path.of("/home/me/team"));
    private static final String ID = "20261120-140211-k3f9-hi";

    /** A machine where links lead elsewhere, and all else is where it is. */
    private static Outside links(Map<String, String> links) {
        return new Outside() {
            @Override
            public Kind look(Path path) {
                return Kind.FILE;
            }

            @Override
            public byte[] read(Path file, int limit) {
                return new byte[0];
            }

            @Override
            public Path real(Path path) {
                return path.toString().contains("absent")
                        ? null
                        : Path.of(links.getOrDefault(path.toString(), path.toString()));
            }

            @Override
            public boolean othersMayRead(Path path) {
                return false;
            }

            @Override
            public boolean othersMayWrite(Path path) {
                return false;
            }

            @Override
            public boolean isRoot() {
                return false;
            }
        };
    }

    private static View view(Map<String, String> links, List<String> read, List<String> write) {
        Views views = new Views(WORKSPACE, Path.of("/home/me"), List.of(Path.of("/home/me/reeve")), links(links));
        View agent = views.ofAgent(
                WORKSPACE.agent("writer"),
                List.of("other", "writer"),
                new Views.Named(paths(read), paths(write)),
                true);
        var task = WORKSPACE.task(State.RUNNING, ID);
        return Views.atWork(agent, task, task.attempt(2));
    }

    private static List<Path> paths(List<String> paths) {
        return paths.stream().map(Path::of).toList();
    }

    @Test
    void itSeesItsOwnAndNothingOfTheRest() {
        View view = view(Map.of(), List.of("/data"), List.of("/repo"));
        for (String shown : List.of(
                "/usr/bin/env",
                "/data/x",
                "/home/me/reeve/reeve",
                "/home/me/team/reeve.yaml",
                "/home/me/team/running/" + ID + "/task.md",
                "/home/me/team/agents/writer/agent.yaml")) {
            assertTrue(view.shows(Path.of(shown)), shown);
            assertFalse(view.mayChange(Path.of(shown)), shown);
        }
        for (String changed : List.of(
                "/repo/src",
                "/home/me/team/shared/x",
                "/home/me/team/agents/writer/MEMORY.md",
                "/home/me/team/running/" + ID + "/attempts/2/door/result.md")) {
            assertTrue(view.mayChange(Path.of(changed)), changed);
        }
        for (String hidden : List.of(
                "/home/me/.ssh/id",
                "/home/you/x",
                "/root/x",
                "/var/lib/x",
                "/home/me/team/agents/other/MEMORY.md",
                "/home/me/team/queue/x",
                "/home/me/team/state/records/x",
                "/home/me/team/logs/audit.jsonl",
                "/home/me/team/done/x")) {
            assertFalse(view.shows(Path.of(hidden)), hidden);
        }
    }

    /** A working directory around the workspace shows what else is in it. */
    @Test
    void whatLiesAroundTheWorkspaceDoesNotShowIt() {
        View view = view(Map.of(), List.of(), List.of("/home/me", "/home/me/team"));
        assertTrue(view.mayChange(Path.of("/home/me/project")));
        assertFalse(view.shows(Path.of("/home/me/team/agents/other/MEMORY.md")));
        assertTrue(view.shows(Path.of("/home/me/team/reeve.yaml")));
    }

    /** Its process may have put it there. */
    @Test
    void aLinkInAFolderThatMayBeChangedIsNotFollowedFromOutside() {
        View view = view(
                Map.of("/repo/link", "/home/you", "/home/me/team/shared/link", "/root"),
                List.of("/repo/link"),
                List.of("/repo", "/repo/link", "/home/me/team/shared/link"));
        assertFalse(view.shows(Path.of("/home/you/x")));
        assertFalse(view.shows(Path.of("/root/x")));
    }

    @Test
    void aLinkThatSomebodyNamedIsSeenUnderBothNames() {
        View view = view(Map.of("/data", "/mnt/disk"), List.of("/data", "/absent"), List.of());
        assertTrue(view.mounts().contains(new Mount(Mount.Kind.READ, Path.of("/mnt/disk"), Path.of("/data"))));
        assertTrue(view.shows(Path.of("/mnt/disk/x")));
        assertFalse(view.shows(Path.of("/absent")));
    }

    @Test
    void bubblewrapIsToldInThisOrder() {
        View view = new View(
                List.of(
                        new Mount(Mount.Kind.WRITE, Path.of("/ws/agents/a/home"), Path.of("/home/me")),
                        Mount.hide(Path.of("/ws")),
                        Mount.name(Path.of("/ws/queue")),
                        Mount.write(Path.of("/ws/agents/a")),
                        Mount.read(Path.of("/ws/agents/a/agent.yaml"))),
                Path.of("/ws/agents/a/home"),
                false);
        String argv = String.join(
                " ",
                Bubblewrap.argv(
                        Path.of("/usr/bin/bwrap"), view, Path.of("/ws/agents/a/work"), List.of("/bin/x", "-y")));
        assertEquals(
                "/usr/bin/bwrap --unshare-pid --unshare-ipc --cap-drop ALL --proc /proc --dev /dev --unshare-net"
                        + " --ro-bind-try /usr /usr --ro-bind-try /bin /bin --ro-bind-try /sbin /sbin"
                        + " --ro-bind-try /lib /lib --ro-bind-try /lib32 /lib32 --ro-bind-try /lib64 /lib64"
                        + " --ro-bind-try /etc /etc --ro-bind-try /opt /opt --ro-bind-try /nix /nix"
                        + " --tmpfs /tmp --tmpfs /var/tmp"
                        + " --bind /ws/agents/a/home /home/me --tmpfs /ws --dir /ws/queue"
                        + " --bind /ws/agents/a /ws/agents/a"
                        + " --ro-bind /ws/agents/a/agent.yaml /ws/agents/a/agent.yaml"
                        + " --remount-ro / --chdir /ws/agents/a/work -- /bin/x -y",
                argv);
    }

    @Test
    void theProfileOfSeatbeltSaysTheSame() {
        View view = new View(
                List.of(
                        new Mount(Mount.Kind.WRITE, Path.of("/ws/agents/a/home"), Path.of("/Users/me")),
                        Mount.hide(Path.of("/ws")),
                        Mount.name(Path.of("/ws/queue")),
                        Mount.write(Path.of("/ws/agents/a \"quoted\"")),
                        Mount.read(Path.of("/ws/agents/a/agent.yaml"))),
                Path.of("/ws/agents/a/home"),
                false);
        String profile = Seatbelt.profile(view);
        assertTrue(profile.startsWith("(version 1)\n(deny default)\n"), profile);
        assertFalse(profile.contains("network"), profile);
        assertTrue(profile.endsWith("""
                        (deny file-read* file-write* (subpath "/ws"))
                        (allow file-read* (subpath "/ws/agents/a \\"quoted\\""))
                        (allow file-write* (subpath "/ws/agents/a \\"quoted\\""))
                        (allow file-read* (subpath "/ws/agents/a/agent.yaml"))
                        (deny file-write* (subpath "/ws/agents/a/agent.yaml"))
                        """), profile);
        assertTrue(Seatbelt.profile(new View(List.of(), null, true)).contains("(allow network* "), profile);
    }
}
