package dev.reeve.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a simulated program does. It exits with 0 unless it says otherwise. */
public final class Script {

    sealed interface Act {}

    record Print(String text) implements Act {}

    /** Into its door, by path, as any program would. */
    record Write(String name, String text) implements Act {}

    record Sleep(Duration time) implements Act {}

    /** It stops itself, until somebody lets it go on. */
    record Halt() implements Act {}

    /** A child in a session of its own, which outlives it. */
    record LeaveChild() implements Act {}

    /** A child of its task, asked for as {@code reeve submit} does. */
    record Spawn(String name, String text) implements Act {}

    /** {@code reeve wait}: it ends as that does, unless that was all right. */
    record WaitForChildren(boolean any) implements Act {}

    /** Two children that heed no TERM, and start each other anew whenever one of them dies. */
    record LeaveGuards() implements Act {}

    record Exit(int status) implements Act {}

    private final List<Act> acts = new ArrayList<>();
    private boolean stubborn;

    private Script() {}

    public static Script begin() {
        return new Script();
    }

    /** It and its children don't heed TERM. */
    public Script stubborn() {
        stubborn = true;
        return this;
    }

    public Script print(String text) {
        return and(new Print(text));
    }

    /** @param name in its door: {@code result.md}, {@code out/report.txt} */
    public Script write(String name, String text) {
        return and(new Write(name, text));
    }

    public Script sleep(Duration time) {
        return and(new Sleep(time));
    }

    public Script hang() {
        return sleep(Duration.ofDays(1000));
    }

    public Script halt() {
        return and(new Halt());
    }

    public Script leaveChild() {
        return and(new LeaveChild());
    }

    public Script spawn(String name, String text) {
        return and(new Spawn(name, text));
    }

    public Script waitForChildren() {
        return and(new WaitForChildren(false));
    }

    /** {@code reeve wait --any} */
    public Script waitForAnyChild() {
        return and(new WaitForChildren(true));
    }

    public Script leaveGuards() {
        return and(new LeaveGuards());
    }

    public Script exit(int status) {
        return and(new Exit(status));
    }

    private Script and(Act act) {
        acts.add(act);
        return this;
    }

    List<Act> acts() {
        return acts;
    }

    public boolean isStubborn() {
        return stubborn;
    }
}
