package dev.reeve.confine;

import dev.reeve.agent.Credential;
import dev.reeve.files.Outside;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the values of credentials come from.
 *
 * @param own the supervisor's own variables
 */
public record CredentialSource(Map<String, String> own, Outside outside) {

    /** No key or token is longer, and no variable may be much longer. */
    private static final int LARGEST = 64 << 10;

    /** Says why, as the end of a sentence that began with where it was looked for. */
    static final class NotThere extends Exception {
        private static final long serialVersionUID = 1;

        NotThere(String message) {
            super(message);
        }
    }

    /** The file or folder that is named; null if that can't be told. */
    public static Path expanded(Credential credential, Map<String, String> own) {
        try {
            if (credential instanceof Credential.FromFile file) {
                return new CredentialSource(own, null).path(file.path());
            }
            return credential instanceof Credential.AsPath path
                    ? new CredentialSource(own, null).path(path.path())
                    : null;
        } catch (NotThere e) {
            return null;
        }
    }

    String value(Credential credential) throws NotThere {
        if (credential instanceof Credential.FromVariable variable) {
            return variable(variable.name());
        }
        if (credential instanceof Credential.FromFile file) {
            return content(path(file.path()));
        }
        return path(((Credential.AsPath) credential).path()).toString();
    }

    private String variable(String name) throws NotThere {
        String value = own.get(name);
        if (value == null || value.isEmpty()) {
            throw new NotThere("names a variable that Reeve itself "
                    + (value == null ? "does not have" : "has with nothing in it") + ": set " + name
                    + " where `reeve up` is started, and start it again");
        }
        return value;
    }

    /** {@code ~} is the home of who runs Reeve. */
    Path path(String written) throws NotThere {
        String home = own.get("HOME");
        if (written.startsWith("~/") && home == null) {
            throw new NotThere("begins with `~`, and Reeve itself has no variable HOME: write the whole path");
        }
        try {
            return Path.of(written.startsWith("~/") ? home + written.substring(1) : written)
                    .normalize();
        } catch (InvalidPathException e) {
            throw new NotThere("is no path");
        }
    }

    private String content(Path file) throws NotThere {
        String mend = switch (outside.look(file)) {
            case MISSING -> "names a file that is not there: put the value into it";
            case FOLDER -> "names a folder: put the value into a file, and name that";
            case OTHER -> "names no regular file: put the value into one";
            case FILE -> null;
        };
        if (mend != null) {
            throw new NotThere(mend);
        }
        byte[] content;
        try {
            content = outside.read(file, LARGEST + 1);
        } catch (AccessDeniedException e) {
            throw new NotThere("names a file that Reeve may not read: give it the right to (`chmod 600`)");
        } catch (IOException e) {
            throw new NotThere(
                    "names a file that can't be read: " + e.getClass().getSimpleName());
        }
        if (content.length > LARGEST) {
            throw new NotThere("names a file of more than " + (LARGEST >> 10) + " KB: it must hold the value alone");
        }
        String text = text(content);
        if (text.isEmpty()) {
            throw new NotThere("names a file with nothing in it: put the value into it");
        }
        return text;
    }

    /** What an editor adds to the end of a line is no part of it. */
    private static String text(byte[] content) throws NotThere {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotThere("names a file that is not UTF-8, which no variable can hold");
        }
        if (text.indexOf('\0') >= 0) {
            throw new NotThere("names a file with a zero byte in it, which no variable can hold");
        }
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** Their values may be secrets. */
    @Override
    public String toString() {
        return "CredentialSource" + own.keySet();
    }
}
