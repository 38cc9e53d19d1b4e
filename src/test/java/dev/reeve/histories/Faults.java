package dev.reeve.histories;

import dev.reeve.sim.SimProcesses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What befalls the machine. */
final class Faults {

    private Faults() {}

    /** {@code kill -9} of the supervisor. @param torn in the middle of what it writes */
    record Kill(boolean torn, Duration down) implements Deed {
        @Override
        public void happen(Play play) {
            play.crash(new Wreckage.Killed(down), torn);
        }

        @Override
        public String toString() {
            return "kill -9 of the supervisor" + (torn ? " within a write" : "") + ", down for " + down.toMillis()
                    + " ms";
        }
    }

    /** @param seed of what is left of what was not forced */
    record PowerCut(Wreckage.Left left, long seed, boolean torn) implements Deed {
        @Override
        public void happen(Play play) {
            play.crash(new Wreckage.PowerLost(left, seed), torn);
        }

        @Override
        public String toString() {
            return "power cut" + (torn ? " within a write" : "") + ", of what was not forced survives " + left;
        }
    }

    record FullDisk(Duration span) implements Deed {
        @Override
        public void happen(Play play) {
            play.fillDisk(span);
        }

        @Override
        public String toString() {
            return "the disk is full for " + span.toMillis() + " ms";
        }
    }

    /** So much else is going on that no process of an agent gets on. @param span less than makes any of them late */
    record Starved(Duration span) implements Deed {
        @Override
        public void happen(Play play) {
            play.machine().processes.starve();
            play.later(span, play.machine().processes::feed);
        }

        @Override
        public String toString() {
            return "no process of an agent gets on for " + span.toMillis() + " ms";
        }
    }

    /** Every shim takes all of its next steps at once, between two steps of the supervisor. */
    record Rush() implements Deed {
        @Override
        public void happen(Play play) throws IOException {
            play.machine().processes.rush();
        }

        @Override
        public String toString() {
            return "every shim gets on at once, as far as it can";
        }
    }

    record ClockSet(Duration by) implements Deed {
        @Override
        public void happen(Play play) {
            play.limits().clockWasSet();
            play.machine().time.jump(by);
        }

        @Override
        public String toString() {
            return "the clock is set by " + by.toSeconds() + " s";
        }
    }

    /** The kernel kills one process of an agent, or its shim. @param which counted around those that there are */
    record ProcessDies(int which) implements Deed {
        @Override
        public void happen(Play play) throws IOException {
            List<SimProcesses.SimProcessView> processes =
                    play.machine().processes.ofTasks();
            if (!processes.isEmpty()) {
                play.machine()
                        .processes
                        .kill(processes.get(which % processes.size()).pid());
            }
        }

        @Override
        public String toString() {
            return "process " + which + " of those of agents is killed by the kernel";
        }
    }

    /** SIGTERM. @param drain as {@code --drain} has it @param down until it is started again */
    record Ends(boolean drain, Duration down) implements Deed {
        @Override
        public void happen(Play play) {
            play.end(drain, down);
        }

        @Override
        public String toString() {
            return "the supervisor is told to end" + (drain ? ", and drains" : "") + ", down for " + down.toMillis()
                    + " ms";
        }
    }

    /** Somebody starts a second supervisor. */
    record Second() implements Deed {
        @Override
        public void happen(Play play) throws IOException {
            play.startSecond();
        }

        @Override
        public String toString() {
            return "a second supervisor is started";
        }
    }
}
