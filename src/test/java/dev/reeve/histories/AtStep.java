package dev.reeve.histories;

/** Something happens right before the supervisor's next step of a kind, or in the midst of that. */
record AtStep(String kind, Deed deed) implements Deed {

    @Override
    public void happen(Play play) {
        play.atNext(kind, deed);
    }

    @Override
    public String toString() {
        return "at the next step '" + kind + "': " + deed;
    }
}
