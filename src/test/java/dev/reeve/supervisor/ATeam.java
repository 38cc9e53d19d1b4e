package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.AgentConfig.Breaker;
import dev.reeve.agent.Confinement;
import dev.reeve.agent.Program;
import dev.reeve.settings.Settings;
import dev.reeve.task.Budget;
import dev.reeve.task.Permissions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A configuration of which a test says only what matters. */
final class ATeam {

    private int places = 10;
    private int reserve;
    private int spawns;
    private String defaultAgent;
    private Budget budget = Budget.NONE;
    private final Map<String, Settings.Group> groups = new HashMap<>();
    private final Map<String, AgentConfig> agents = new HashMap<>();
    private final Map<String, Unfit> unfit = new HashMap<>();

    static ATeam of(String... names) {
        ATeam team = new ATeam();
        for (String name : names) {
            team.agent(name, 10, null);
        }
        return team;
    }

    ATeam agent(String name, int concurrency, String fallback) {
        return agent(name, concurrency, fallback, Budget.NONE);
    }

    ATeam agent(String name, int concurrency, String fallback, Budget budget) {
        agents.put(name, agent(name, Program.ANY, concurrency, fallback, budget));
        return this;
    }

    /** @param fallback who is asked after this one; null if nobody is */
    ATeam person(String name, String fallback) {
        Program human = new Program(Program.HUMAN, Permissions.EDIT, List.of(), null, List.of());
        agents.put(name, agent(name, human, 1, fallback, Budget.NONE));
        return this;
    }

    private static AgentConfig agent(String name, Program program, int concurrency, String fallback, Budget budget) {
        return new AgentConfig(
                name,
                program,
                List.of("true"),
                null,
                List.of(),
                Map.of(),
                Map.of(),
                null,
                Duration.ofMinutes(30),
                Duration.ZERO,
                2,
                Duration.ofSeconds(2),
                concurrency,
                new Breaker(2, 3, Duration.ofSeconds(60)),
                fallback,
                "fresh",
                List.of("*"),
                true,
                null,
                3,
                Confinement.NONE,
                budget);
    }

    ATeam broken(String name) {
        unfit.put(name, Unfit.ofFile(name + " is broken"));
        return this;
    }

    ATeam places(int most, int urgent) {
        places = most;
        reserve = urgent;
        return this;
    }

    ATeam spawnsPerMinute(int most) {
        spawns = most;
        return this;
    }

    ATeam group(String name, int width, int perHour) {
        groups.put(name, new Settings.Group(width, perHour));
        return this;
    }

    /** Of all agents together. */
    ATeam budget(Budget all) {
        budget = all;
        return this;
    }

    /** {@code usd(DAY, 0.10)} */
    static Budget usd(Budget.Per per, double amount) {
        return new Budget(Map.of(per, Math.round(amount * dev.reeve.text.Money.USD)), Map.of());
    }

    ATeam defaultAgent(String name) {
        defaultAgent = name;
        return this;
    }

    Team team() {
        Settings usual = Settings.defaults();
        Settings settings = new Settings(
                ZoneOffset.UTC,
                defaultAgent,
                new Settings.Limits(places, reserve, spawns, 3, 5, 500, 8, 60, 8192),
                groups,
                usual.watch(),
                usual.settle(),
                usual.scan(),
                usual.grace(),
                List.of(),
                usual.retention(),
                usual.alertCommand(),
                budget,
                List.of());
        return new Team(
                settings, agents, unfit, Map.of(), new Directories(Path.of("/workspace"), "/home/me"), () -> null);
    }
}
