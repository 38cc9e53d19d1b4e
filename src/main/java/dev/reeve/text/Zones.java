package dev.reeve.text;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones by their names. */
public final class Zones {

    public static final Type<ZoneId> TYPE = Zones::read;

    private Zones() {}

    private static ZoneId read(Value value) {
        String text = value.scalar("a time zone such as Europe/Berlin");
        if (text == null) {
            return null;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            return value.wrong(
                    Quoted.of(text) + " is no time zone",
                    Nearest.of(text, ZoneId.getAvailableZoneIds())
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("expected one such as Europe/Berlin or UTC"));
        }
    }
}
