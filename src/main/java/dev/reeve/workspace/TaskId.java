package dev.reeve.workspace;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * The name of a task: {@code yyyymmdd-hhmmss-xxxx-slug}, in UTC. It sorts by time and reads well.
 *
 * <p>A person's words become part of a path here and nowhere else, so the slug is what is left of them when everything
 * but letters, digits and dashes is gone.
 */
public final class TaskId {

    private static final Pattern FORM = Pattern.compile("\\d{8}-\\d{6}-[0-9a-z]{4}-[0-9a-z][0-9a-z-]{0,39}");
    private static final Pattern SLUG_FORM = Pattern.compile("[0-9a-z][0-9a-z-]{0,49}");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int SLUG = 40;

    private TaskId() {}

    public static String make(Instant now, LongSupplier random, String words) {
        StringBuilder unique = new StringBuilder();
        long bits = random.getAsLong();
        for (int i = 0; i < 4; i++) {
            unique.append(LETTERS.charAt((int) Math.floorMod(bits, (long) LETTERS.length())));
            bits = Math.floorDiv(bits, (long) LETTERS.length());
        }
        return STAMP.format(now) + "-" + unique + "-" + slug(words);
    }

    /** So many ids can have one time and the same words. */
    public static final long NUMBERS = 36 * 36 * 36 * 36;

    /** Ids with one time sort by their numbers. */
    public static String numbered(Instant now, long number, String words) {
        StringBuilder letters = new StringBuilder();
        long left = Math.floorMod(number, NUMBERS);
        for (int i = 0; i < 4; i++) {
            letters.append(LETTERS.charAt((int) (left % LETTERS.length())));
            left /= LETTERS.length();
        }
        return STAMP.format(now) + "-" + letters.reverse() + "-" + slug(words);
    }

    public static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }

    /** What {@link #slug} makes, perhaps with a number behind it. */
    public static boolean isSlug(String name) {
        return SLUG_FORM.matcher(name).matches();
    }

    /** The words as they stand in an id. */
    public static String slug(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String safe =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]+", "-").replaceAll("^-+|-+$", "");
        String cut = safe.length() > SLUG ? safe.substring(0, SLUG).replaceAll("-+$", "") : safe;
        return cut.isEmpty() ? "task" : cut;
    }

    /** When an id was given; null if the text is none, or its date can't be. */
    public static Instant givenAt(String id) {
        try {
            return isOne(id) ? STAMP.parse(id.substring(0, 15), Instant::from) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The slug of an id. */
    public static String slugOf(String id) {
        return id.length() > 21 ? id.substring(21) : id;
    }
}
