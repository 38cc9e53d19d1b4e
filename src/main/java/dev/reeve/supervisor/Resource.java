package dev.reeve.supervisor;

/** Something of which a start takes one place. */
record Resource(Kind kind, String name) {

    /** In the order in which missing places are told. */
    enum Kind {
        WORKSPACE,
        /** What the workspace leaves to tasks that are not urgent. */
        UNRESERVED,
        AGENT,
        GROUP,
        DIRECTORY,
        /** A conversation, in which one speaks at a time. */
        SESSION,
        /** The children of one task that may be at work at once. */
        CHILDREN,
        /** The one try that an agent has while its breaker is half open. */
        PROBE
    }

    static Resource of(Kind kind, String name) {
        return new Resource(kind, name);
    }

    /** As a person would name it. */
    String words() {
        return switch (kind) {
            case WORKSPACE -> "the workspace";
            case UNRESERVED -> "the workspace, but for its urgent places,";
            case AGENT -> "agent " + name;
            case GROUP -> "group " + name;
            case SESSION -> "session " + name;
            case CHILDREN -> "the children of " + name;
            case DIRECTORY -> "directory " + name;
            case PROBE -> "the one try of agent " + name + " while its breaker is half open";
        };
    }
}
