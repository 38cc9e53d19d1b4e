package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.reeve.supervisor.MetricsText.Type;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTextTest {

    @Test
    void labelsAreEscaped() {
        String odd = "a \"b\" \\ c\nd {e=\"f\"} é";
        Map<String, Double> read = PrometheusText.read(new MetricsText()
                .family("x_things", Type.GAUGE, "Things, with a \\ and\nanother line.")
                .value("x_things", 3, "name", odd, "other", "")
                .toString());
        assertEquals(Map.of("x_things{name=" + odd + ",other=}", 3.0), read);
    }

    @Test
    void numbersHaveNoExponent() {
        String text = new MetricsText()
                .family("x_seconds", Type.GAUGE, "Seconds.")
                .value("x_seconds", 1_795_000_000.125)
                .toString();
        assertEquals(
                "x_seconds 1795000000.125", text.lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void aSumHasItsCount() {
        Tally.Sum sum = Tally.Sum.NONE.and(Duration.ofMillis(1500)).and(Duration.ofSeconds(-3));
        Map<String, Double> read = PrometheusText.read(new MetricsText()
                .family("x_seconds", Type.SUMMARY, "Seconds.")
                .sum("x_seconds", sum, "agent", "a")
                .toString());
        assertEquals(Map.of("x_seconds_sum{agent=a}", 1.5, "x_seconds_count{agent=a}", 2.0), read);
    }

    @Test
    void theReaderIsStrict() {
        for (String wrong : new String[] {
            "x 1\n",
            "# TYPE x gauge\nx 1\n",
            "# HELP x A.\n# TYPE x gauge\nx 1",
            "# HELP x A.\n# TYPE x gauge\nx 1\nx 2\n",
            "# HELP x A.\n# TYPE x gauge\nx{a=\"b} 1\n",
            "# HELP x A.\n# TYPE x gauge\nx{a=\"\\q\"} 1\n",
            "# HELP x A.\n# TYPE x gauge\nx one\n",
            "# HELP x A.\n# TYPE x gauge\n# HELP y A.\n# TYPE y gauge\nx 1\n",
            "# HELP x A.\n# TYPE x counter\nx 1\n",
            "# HELP x A.\n# TYPE x gauge\nx{1a=\"b\"} 1\n"
        }) {
            assertThrows(AssertionError.class, () -> PrometheusText.read(wrong), wrong);
        }
    }
}
