package dev.reeve.program;

/** What a program said, without what a terminal would obey. */
final class Plain {

    private Plain() {}

    /** All but the control characters; those that break lines and columns stay. */
    static String text(String said) {
        if (said.chars().noneMatch(Plain::isRefused)) {
            return said;
        }
        StringBuilder plain = new StringBuilder(said.length());
        said.chars().filter(c -> !isRefused(c)).forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    /** On one line, and so long at most. */
    static String line(String said, int longest) {
        // colours go as a whole: without its escape character the rest of one would stay
        String line = said.replaceAll("\\x1b\\[[0-9;?]*[A-Za-z]", "")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, longest)) - 1) + "…";
    }

    private static boolean isRefused(int c) {
        return c != '\n' && c != '\t' && Character.isISOControl(c);
    }
}
