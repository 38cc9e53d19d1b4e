package dev.reeve.event;

import dev.reeve.text.Quoted;
import dev.reeve.text.Session;
import dev.reeve.workspace.TaskId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A filled template as a name. What came from outside becomes harmless in it, and two different things never come to one
 * name: of a value that had to be changed some digits of its hash stand behind it. A stranger can't choose his name so that
 * he gets into somebody else's conversation.
 */
final class Safe {

    private static final int DIGITS = 8;
    private static final int LONGEST_SESSION = 64;
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_KEY = 200;
    private static final int SHOWN = 20;

    private Safe() {}

    /** In the letters that a session may have. */
    static String session(List<Piece> pieces) {
        StringBuilder name = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Outside value) {
                // beside another value a dash could be the one between them
                boolean dashes = name.length() > 0 && values(pieces) == 1;
                boolean as = value.text().matches(dashes ? "[a-z0-9_-]{1,40}" : "[a-z0-9]{1,40}");
                name.append(as ? value.text() : hashed(slug(value.text()), value.text()));
            } else {
                name.append(((Piece.Words) piece).text().strip());
            }
        }
        String session = cut(name.toString(), LONGEST_SESSION);
        // words with a meaning of their own, and other tasks' conversations, are the person's to name
        boolean means = session.equals(Session.FRESH) || session.equals(Session.CONTINUE) || TaskId.isOne(session);
        return means && values(pieces) > 0 ? "s-" + hash(session) + hash("s" + session) : session;
    }

    /** On one line, without a slash. */
    static String label(List<Piece> pieces) {
        String line = line(pieces, false).replace('/', '-').replace('\\', '-').replaceAll("^[.\\s]+", "");
        return Quoted.beginning(line, LONGEST_LABEL).strip();
    }

    /** On one line; two that are different stay so. */
    static String key(List<Piece> pieces) {
        return cut(line(pieces, true), LONGEST_KEY);
    }

    private static String line(List<Piece> pieces, boolean distinct) {
        StringBuilder line = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Outside value) {
                String one = Prose.oneLine(value.text());
                line.append(distinct && !one.equals(value.text()) ? hashed(one, value.text()) : one);
            } else {
                line.append(((Piece.Words) piece).text());
            }
        }
        return line.toString().strip();
    }

    private static long values(List<Piece> pieces) {
        return pieces.stream().filter(Piece.Outside.class::isInstance).count();
    }

    private static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.length() > SHOWN ? slug.substring(0, SHOWN) : slug;
    }

    private static String hashed(String shown, String of) {
        return shown + (shown.isEmpty() ? "" : "-") + hash(of);
    }

    private static String cut(String name, int longest) {
        return name.length() <= longest ? name : hashed(name.substring(0, longest - 2 * DIGITS), name);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
