package dev.reeve.launch;

/** The names of what Reeve tells a process in its environment. */
final class Variables {

    static final String PREFIX = "REEVE_";

    static final String WORKSPACE = "REEVE_WORKSPACE";
    static final String AGENT = "REEVE_AGENT";
    static final String AGENT_DIR = "REEVE_AGENT_DIR";
    static final String SHARED = "REEVE_SHARED";
    static final String TASK_ID = "REEVE_TASK_ID";
    static final String TASK_DIR = "REEVE_TASK_DIR";
    static final String ATTEMPT = "REEVE_ATTEMPT";
    static final String DEPTH = "REEVE_DEPTH";
    static final String ROOT = "REEVE_ROOT";
    static final String MODEL = "REEVE_MODEL";
    static final String PROMPT = "REEVE_PROMPT";
    static final String INBOX = "REEVE_INBOX";
    static final String RESULT = "REEVE_RESULT";
    static final String OUT = "REEVE_OUT";
    static final String SPAWN = "REEVE_SPAWN";
    static final String SEND = "REEVE_SEND";
    static final String NOTES = "REEVE_NOTES";
    static final String USAGE = "REEVE_USAGE";
    static final String IDEMPOTENCY_KEY = "REEVE_IDEMPOTENCY_KEY";
    static final String BRANCH = "REEVE_BRANCH";
    static final String CHECKED_RESULT = "REEVE_CHECKED_RESULT";
    static final String CHECKED_OUT = "REEVE_CHECKED_OUT";
    static final String ALERT = "REEVE_ALERT";
    static final String TRACEPARENT = "TRACEPARENT";
    static final String PATH = "PATH";
    static final String PWD = "PWD";

    private Variables() {}
}
