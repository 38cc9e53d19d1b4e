package dev.reeve.agent;

import dev.reeve.text.Quoted;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import java.util.regex.Pattern;

/** Where the value of a variable comes from that no file of Reeve's may hold. It is looked up anew at each start. */
public sealed interface Credential {

    /** @param name a variable of the supervisor's own environment */
    record FromVariable(String name) implements Credential {
        @Override
        public String words() {
            return "env:" + name;
        }
    }

    /** @param path of the file whose content it is, as written */
    record FromFile(String path) implements Credential {
        @Override
        public String words() {
            return "file:" + path;
        }
    }

    /** @param path given to the process as it is, with {@code ~} expanded: a log-in folder, a key file */
    record AsPath(String path) implements Credential {
        @Override
        public String words() {
            return path;
        }
    }

    /** As it is written in agent.yaml: where from, never what. */
    String words();

    Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    Type<Credential> TYPE = value -> {
        String text = Texts.line(1000).read(value);
        if (text == null) {
            return null;
        }
        if (text.startsWith("env:")) {
            String name = text.substring("env:".length());
            return NAME.matcher(name).matches()
                    ? new FromVariable(name)
                    : value.wrong(Quoted.of(name) + " can't be the name of a variable", "expected env:NAME");
        }
        boolean content = text.startsWith("file:");
        String path = content ? text.substring("file:".length()) : text;
        if (path.startsWith("/") || path.startsWith("~/")) {
            return content ? new FromFile(path) : new AsPath(path);
        }
        // it may be the secret itself, so that it is not shown
        return value.wrong(
                "neither env:NAME nor a whole path",
                "expected env:NAME, file:~/PATH or ~/PATH; the value itself never stands in a file");
    };
}
