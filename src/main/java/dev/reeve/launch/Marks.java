package dev.reeve.launch;

import java.nio.charset.Charset;

/** Finds a {@link Mark} among a process's variables: {@code NAME=value\0NAME=value\0…}. */
final class Marks {

    private Marks() {}

    /** @return null if the mark is not there, or not whole */
    static Mark parse(byte[] environment, Charset charset) {
        String workspace = null;
        String task = null;
        String attempt = null;
        int start = 0;
        for (int i = 0; i < environment.length; i++) {
            if (environment[i] != 0) {
                continue;
            }
            // nearly every variable is told apart by its first letter, without becoming a string
            if (environment[start] == 'R') {
                String variable = new String(environment, start, i - start, charset);
                workspace = valueOf(variable, Variables.WORKSPACE, workspace);
                task = valueOf(variable, Variables.TASK_ID, task);
                attempt = valueOf(variable, Variables.ATTEMPT, attempt);
            }
            start = i + 1;
        }
        if (workspace == null || task == null || attempt == null || !attempt.matches("[1-9][0-9]{0,8}")) {
            return null;
        }
        return new Mark(workspace, task, Integer.parseInt(attempt));
    }

    private static String valueOf(String variable, String name, String otherwise) {
        boolean named = variable.startsWith(name) && variable.startsWith("=", name.length());
        return named ? variable.substring(name.length() + 1) : otherwise;
    }
}
