package dev.reeve.supervisor;

import dev.reeve.task.Budget;
import dev.reeve.task.TaskSpec.AfterFailed;
import dev.reeve.task.Wait;
import dev.reeve.text.Money;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A card of which a test says only what matters. */
final class ACard {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final String id;
    private State state = State.QUEUE;
    private String agent = "a";
    private int priority = 2;
    private String group;
    private String cwd;
    private boolean memory = true;
    private String fallback;
    private Instant queuedAt = NOON;
    private Instant deadline;
    private Instant notBefore;
    private List<String> after = List.of();
    private AfterFailed afterFailed = AfterFailed.FAIL;
    private Wait waitsFor;
    private String duplicateOf;
    private String root;
    private String model;
    private Budget budget;
    private boolean lacksApproval;

    private ACard(String id) {
        this.id = id;
    }

    static ACard of(String id) {
        return new ACard(id);
    }

    ACard agent(String name) {
        agent = name;
        return this;
    }

    ACard priority(int number) {
        priority = number;
        return this;
    }

    ACard group(String name) {
        group = name;
        return this;
    }

    ACard cwd(String directory) {
        cwd = directory;
        return this;
    }

    ACard withoutMemory() {
        memory = false;
        return this;
    }

    ACard fallback(String name) {
        fallback = name;
        return this;
    }

    /** Relative to noon. */
    ACard queued(Duration later) {
        queuedAt = NOON.plus(later);
        return this;
    }

    ACard deadline(Instant when) {
        deadline = when;
        return this;
    }

    ACard notBefore(Instant when) {
        notBefore = when;
        return this;
    }

    ACard after(String... others) {
        after = List.of(others);
        return this;
    }

    ACard afterFailed(AfterFailed what) {
        afterFailed = what;
        return this;
    }

    /** In the tree of another. */
    ACard root(String other) {
        root = other;
        return this;
    }

    ACard model(String name) {
        model = name;
        return this;
    }

    /** @param usd no more of them for all its attempts */
    ACard budget(double usd) {
        return budget(Budget.Per.TASK, usd);
    }

    ACard budget(Budget.Per per, double usd) {
        budget = new Budget(Map.of(per, Math.round(usd * Money.USD)), Map.of());
        return this;
    }

    ACard duplicateOf(String other) {
        duplicateOf = other;
        return this;
    }

    ACard waiting(Wait.Cause cause, Instant until) {
        state = State.WAITING;
        waitsFor = new Wait(cause, "a reason", until, after);
        return this;
    }

    ACard in(State where) {
        state = where;
        return this;
    }

    ACard lacksApproval() {
        lacksApproval = true;
        return this;
    }

    /** Held, and a person is asked about it. */
    ACard asked(Wait.Cause question, Instant until) {
        state = State.HELD;
        waitsFor = new Wait(question, "a question", until, List.of());
        return this;
    }

    Card card() {
        return new Card(
                id,
                Where.in(state),
                agent,
                id,
                priority,
                group,
                cwd,
                null,
                null,
                memory,
                fallback,
                "person",
                queuedAt,
                deadline,
                notBefore,
                after,
                afterFailed,
                waitsFor,
                null,
                duplicateOf,
                null,
                null,
                null,
                0,
                root == null ? id : root,
                model,
                budget,
                lacksApproval);
    }
}
