package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.confine.CredentialSource;
import dev.reeve.confine.Cutting;
import dev.reeve.confine.Hiding;
import dev.reeve.confine.Mask;
import dev.reeve.confine.Secrets;
import dev.reeve.task.Wait.Cause;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an agent's attempts are given to keep to themselves, and what is hidden of it in all that they write. */
final class Confining {

    private final Kit kit;
    private final CredentialSource source;
    private final Boxing boxing;

    Confining(Kit kit, World world, Boxing boxing) {
        this.kit = kit;
        this.source = new CredentialSource(world.environment(), world.outside());
        this.boxing = boxing;
    }

    /**
     * Why the machine can't run this agent at the moment, whatever its task; null if it can.
     *
     * @param program what it runs; null if that is not there
     */
    Unfit whyNot(AgentConfig agent, Path program) {
        try {
            secrets(agent);
            return boxing.whyNot(agent, program);
        } catch (Unready e) {
            return new Unfit(e.cause(), e.getMessage());
        }
    }

    /** Why there is no sandbox here; null if there is one. */
    String noSandbox() {
        return boxing.whyNone(true);
    }

    /** Its credentials, looked up anew. */
    Secrets secrets(AgentConfig agent) throws Unready {
        if (agent.credentials().isEmpty()) {
            return Secrets.NONE;
        }
        try {
            return Secrets.of(agent.name(), agent.credentials(), source);
        } catch (Secrets.Missing e) {
            throw new Unready(Cause.CREDENTIAL, e.getMessage());
        }
    }

    /**
     * Hides what any agent could be given by now: without a sandbox one can look at the processes of another.
     *
     * @param given what this attempt was given; nothing, if another supervisor started it: that can't be known
     */
    Mask mask(Secrets given) {
        List<Secrets> all = new ArrayList<>(List.of(given));
        for (AgentConfig agent : kit.team().get().agents().values()) {
            all.add(Secrets.available(agent.credentials(), source));
        }
        return Mask.of(all.toArray(Secrets[]::new));
    }

    /** Cuts what it printed too much of. */
    void cut(Live live) throws IOException {
        Long most = live.resources.output();
        if (most != null) {
            AttemptFolder attempt = live.where.task(kit.workspace(), live.id).attempt(live.number);
            Cutting.cut(kit.durable(), attempt.stdout(), most);
            Cutting.cut(kit.durable(), attempt.stderr(), most);
        }
    }

    /** Hides it in all that an attempt has left, now that nothing of it lives, and before anything is read of it. */
    void hideAll(Live live) throws IOException {
        if (live.mask.isNothing()) {
            return;
        }
        AttemptFolder attempt = live.where.task(kit.workspace(), live.id).attempt(live.number);
        for (Path log : List.of(attempt.stdout(), attempt.stderr())) {
            Hiding.in(kit.durable(), log, live.mask, Long.MAX_VALUE);
        }
        Hiding.in(kit.durable(), attempt.door(), live.mask, Hiding.LARGEST);
    }
}
