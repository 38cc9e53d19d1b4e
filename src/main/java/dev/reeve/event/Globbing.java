package dev.reeve.event;

/** Whether a text is what a glob says, in time that grows with the two lengths and no faster. */
final class Globbing {

    private Globbing() {}

    static boolean isGlob(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    static boolean matches(String glob, String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int from = 0;
        while (at < text.length()) {
            if (in < glob.length() && glob.charAt(in) == '*') {
                star = in++;
                from = at;
            } else if (in < glob.length() && (glob.charAt(in) == '?' || glob.charAt(in) == text.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0) {
                // the last star takes one letter more
                in = star + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        while (in < glob.length() && glob.charAt(in) == '*') {
            in++;
        }
        return in == glob.length();
    }
}
