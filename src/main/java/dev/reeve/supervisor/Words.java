package dev.reeve.supervisor;

import dev.reeve.text.Problem;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Durations and lists as people say them. */
final class Words {

    private static final int SOME = 5;

    private Words() {}

    static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            int tenths = Math.max(0, duration.toMillisPart()) / 100;
            return tenths == 0 ? seconds + " s" : seconds + "." + tenths + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        return seconds / 3600 + " h" + (seconds / 60 % 60 == 0 ? "" : " " + seconds / 60 % 60 + " min");
    }

    /** The first of them: whoever wants all finds them in the task itself. */
    static String some(List<String> all) {
        String first = all.stream().limit(SOME).collect(Collectors.joining(", "));
        return all.size() > SOME ? first + " and " + (all.size() - SOME) + " more" : first;
    }

    /** What is wrong, for where the file is told beside it. */
    static String withoutFile(Problem problem) {
        String text = problem.toString();
        return text.startsWith(problem.file() + ":")
                ? text.substring(problem.file().length() + 1).strip()
                : text;
    }
}
