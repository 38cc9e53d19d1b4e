package dev.reeve.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final Key<Integer> RETRIES = new Key<>("retries", Numbers.between(0, 9));
    private static final Key<Integer> MOST = new Key<>("max_concurrent", Numbers.between(1, 9));
    private static final Key<Fields> LIMITS = new Key<>("limits", Form.of(MOST).notInThisVersion("max_depth"));
    private static final Form FORM =
            Form.of(RETRIES, LIMITS).notInThisVersion("sandbox").elsewhere("retries", "maxRetries");

    private final Report report = new Report("f");

    @Test
    void allProblemsOfAFileAreToldFromTopToBottom() {
        Fields fields = read(
                "limits: {max_concurent: 3, max_depth: 2}\nsandbox: none\nmaxRetries: 1\nmax-retries: 1\nLimits: {}\n");
        assertNull(fields.read(RETRIES));
        fields.read(LIMITS);
        assertEquals(
                List.of(
                        "f:1:10: unknown key `limits.max_concurent`; did you mean `max_concurrent`?",
                        "f:1:28: `limits.max_depth` is not in this version; remove it",
                        "f:2:1: `sandbox` is not in this version; remove it",
                        "f:3:1: unknown key `maxRetries`; it is `retries` here",
                        "f:4:1: unknown key `max-retries`; it is `retries` here",
                        "f:5:1: unknown key `Limits`; it is `limits` here"),
                told());
    }

    @Test
    void aWrongValueWithinAMapHasItsFullName() {
        Fields limits = read("limits: {max_concurrent: many}\n").read(LIMITS);
        assertNull(limits.read(MOST));
        assertEquals(
                List.of(
                        "f:1:26: `limits.max_concurrent`: `many` is no whole number; expected a whole number from 1 to 9"),
                told());
    }

    @Test
    void aKeyWithNothingAfterItIsAsIfNobodyWroteIt() {
        Fields fields = read("retries:\nlimits: ~\n");
        assertEquals(5, fields.read(RETRIES, 5));
        assertNull(fields.read(LIMITS));
        assertEquals(List.of(), told());
    }

    @Test
    void aFileThatIsNoMapIsAProblem() {
        read("just words");
        assertEquals(List.of("f:1:1: no keys and values; expected `key: value`, one a line"), told());
    }

    @Test
    void aThousandProblemsAreNotAllTold() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            many.append("k").append(i).append(": 1\n");
        }
        read(many.toString());
        assertEquals(101, report.problems().size());
        assertEquals(
                "f: 900 more problems; mend these first",
                report.problems().get(100).toString());
    }

    private Fields read(String text) {
        return FORM.read(YamlText.parse(text, 0, report), report);
    }

    private List<String> told() {
        return report.problems().stream().map(Problem::toString).toList();
    }
}
