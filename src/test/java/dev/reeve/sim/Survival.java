package dev.reeve.sim;

import java.util.Random;

/** What of that which was never forced is found after a power cut all the same. */
public interface Survival {

    /** Everything had reached the disk by itself. */
    Survival ALL = new Survival() {
        @Override
        public boolean change() {
            return true;
        }

        @Override
        public int length(int durable, int written) {
            return written;
        }
    };

    /** Only what was forced. */
    Survival NOTHING = new Survival() {
        @Override
        public boolean change() {
            return false;
        }

        @Override
        public int length(int durable, int written) {
            return durable;
        }
    };

    /** Some of it, and files torn in the middle, as the seed has it. */
    static Survival some(long seed) {
        Random random = new Random(seed);
        return new Survival() {
            @Override
            public boolean change() {
                return random.nextBoolean();
            }

            @Override
            public int length(int durable, int written) {
                return switch (random.nextInt(3)) {
                    case 0 -> durable;
                    case 1 -> written;
                    default -> durable + random.nextInt(written - durable + 1);
                };
            }
        };
    }

    /** Does the next unforced change of names survive? */
    boolean change();

    /** How much of a file is left, from what was forced to all that was written. */
    int length(int durable, int written);
}
