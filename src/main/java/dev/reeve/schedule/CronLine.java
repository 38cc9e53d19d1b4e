package dev.reeve.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A line of five fields, as it stands in a crontab. The library is asked about a clock that is never set: what a zone does
 * to the times is another's business.
 */
final class CronLine {

    private final ExecutionTime times;
    private final boolean everyHour;

    private CronLine(Cron cron, boolean everyHour) {
        this.times = ExecutionTime.forCron(cron);
        this.everyHour = everyHour;
    }

    /** @throws IllegalArgumentException with the reason, if it is none */
    static CronLine of(String line) {
        Cron cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(line.strip());
        String hour = cron.asString().split(" ")[1];
        return new CronLine(cron, hour.equals("*") || hour.equals("*/1") || hour.equals("0-23"));
    }

    /** True if it means minutes of every hour there is, rather than times of a day. */
    boolean everyHour() {
        return everyHour;
    }

    /** @return null if there is none any more */
    LocalDateTime after(LocalDateTime time) {
        return times.nextExecution(time.atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime)
                .orElse(null);
    }
}
