package dev.reeve.histories;

/** Told of everything that happens, for a person who wants to understand a failed history. */
interface StepLog {

    StepLog NONE = new StepLog() {
        @Override
        public void note(String what) {}

        @Override
        public void step(int number, String what) {}
    };

    void note(String what);

    void step(int number, String what);
}
