package dev.reeve.settings;

import dev.reeve.agent.AgentConfig;
import dev.reeve.event.Route;
import dev.reeve.text.Nearest;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is wrong between files that are right by themselves: names that lead nowhere, or in a circle. */
final class Crossings {

    private final Configuration configuration;
    private final List<Problem> problems = new ArrayList<>();

    private Crossings(Configuration configuration) {
        this.configuration = configuration;
    }

    static List<Problem> in(Configuration configuration) {
        // while nobody knows which agents there are, no name is wrong
        if (!configuration.listed()) {
            return List.of();
        }
        Crossings crossings = new Crossings(configuration);
        Reading<Settings> settings = configuration.settings();
        if (settings.current()) {
            crossings.name(settings, "default_agent", settings.value().defaultAgent());
            crossings.routes(settings);
        }
        for (Reading<AgentConfig> agent : configuration.agents().values()) {
            if (agent.current()) {
                crossings.name(agent, "fallback", agent.value().fallback());
                if (agent.value().verify() != null) {
                    crossings.name(agent, "verify", agent.value().verify().agent());
                }
            }
        }
        crossings.circles();
        return crossings.problems;
    }

    private void name(Reading<?> reading, String key, String agent) {
        if (agent != null && !configuration.hasAgent(agent)) {
            problems.add(Problem.error(
                    reading.file(),
                    reading.places().of(key),
                    "`" + key + "`: there is no agent " + Quoted.of(agent),
                    Nearest.advice(agent, configuration.agents().keySet())));
        }
    }

    private void routes(Reading<Settings> settings) {
        for (Route rule : settings.value().routes()) {
            for (String agent : rule.agents()) {
                if (!configuration.hasAgent(agent)) {
                    problems.add(Problem.error(
                            settings.file(),
                            rule.place(),
                            "`routes[" + rule.number() + "]`: there is no agent " + Quoted.of(agent),
                            Nearest.advice(agent, configuration.agents().keySet())));
                }
            }
        }
    }

    /** Each circle is told once, by its first agent. */
    private void circles() {
        Set<String> told = new TreeSet<>();
        for (String start : configuration.agents().keySet()) {
            Set<String> way = new LinkedHashSet<>();
            String at = start;
            while (at != null && !told.contains(at) && way.add(at)) {
                at = fallback(at);
            }
            if (start.equals(at) && !way.isEmpty()) {
                circle(start, way);
                told.addAll(way);
            }
        }
    }

    private void circle(String start, Set<String> way) {
        Reading<AgentConfig> reading = configuration.agents().get(start);
        problems.add(Problem.error(
                reading.file(),
                reading.places().of("fallback"),
                "`fallback` leads in a circle: " + String.join(" -> ", way) + " -> " + start,
                "leave the key out in one of them"));
    }

    private String fallback(String name) {
        return configuration.agent(name).map(AgentConfig::fallback).orElse(null);
    }
}
