package dev.reeve.event;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.reeve.text.Parsed;
import dev.reeve.text.Report;
import dev.reeve.text.Value;
import dev.reeve.text.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Events and rules, read from what people write. */
final class Read {

    private Read() {}

    static Event event(String name, String content) {
        Parsed<Event> parsed = Event.read(name, content.getBytes(StandardCharsets.UTF_8));
        assertInstanceOf(Parsed.Good.class, parsed, () -> parsed.problems().toString());
        return ((Parsed.Good<Event>) parsed).value();
    }

    static List<Route> routes(String yaml, Report report) {
        return RouteKeys.TYPE.read(new Value("routes", YamlText.parse(yaml, 0, report), report));
    }

    static List<Route> routes(String yaml) {
        Report report = new Report("reeve.yaml");
        List<Route> routes = routes(yaml, report);
        if (report.hasErrors()) {
            throw new AssertionError(report.problems().toString());
        }
        return routes;
    }

    static Route route(String yaml) {
        return routes(yaml).get(0);
    }
}
