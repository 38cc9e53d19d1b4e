package dev.reeve.real;

import tools.jackson.databind.node.ObjectNode;

/** How programs talk with a model. */
interface Protocol {

    /** Whether a request to this path is a prompt in this protocol. */
    boolean isOf(String path);

    Asked asked(String path, ObjectNode request);

    /**
     * The body of an answer.
     *
     * @param call null: the script's text
     */
    String answer(Asked asked, Script script, Script.Call call);

    String failure(int status, String message);

    /** An event of a stream. */
    static String event(String name, Object data) {
        return (name == null ? "" : "event: " + name + "\n") + "data: " + data + "\n\n";
    }
}
