package dev.reeve.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.reeve.text.Parsed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskFileTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hi.txt      | Say hi.
            hi.txt      | '\\nSay hi.\\n\\n'
            hi.md       | Say hi.
            HI.MD       | Say hi.
            hi.md       | '\\uFEFFSay hi.\\r\\n'
            hi.markdown | '---\\nagent: writer\\n---\\n\\nSay hi.\\n'
            hi.md       | '\\uFEFF---\\r\\nagent: writer\\r\\n---\\r\\nSay hi.\\r\\n'
            hi.md       | '---\\n---\\nSay hi.'
            hi.json     | '{"task": "Say hi."}'
            hi.yaml     | 'task: Say hi.'
            hi.yml      | 'task: |\\n  Say hi.\\n'
            """)
    void aTaskInEachOfItsForms(String name, String content) {
        assertEquals("Say hi.", good(name, unescaped(content)).text());
    }

    @Test
    void plainTextHasNoFrontMatter() {
        assertEquals(
                "---\nagent: x\n---\nhi",
                good("a.txt", "---\nagent: x\n---\nhi").text());
    }

    @Test
    void aRuleWithinTheTextIsNoFrontMatter() {
        assertEquals(
                "hi\n\n---\n\nthere",
                good("a.md", "---\nlabel: x\n---\nhi\n\n---\n\nthere").text());
        assertEquals("    code\nhi", good("a.md", "\n    code\nhi").text());
    }

    @Test
    void whatNobodySaidIsNull() {
        TaskSpec spec = good("a.md", "hi");
        assertEquals(
                new TaskSpec(
                        "hi", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        List.of(), null, null, List.of(), null, null, null, null, null, null, null, null, null),
                spec);
    }

    @Test
    void everyKeyIsRead() {
        TaskSpec spec = good("a.md", """
                ---
                agent: writer
                label: "Draft: 1"
                priority: 1
                model: anthropic/claude-sonnet-4-5
                cwd: ~/src/site
                timeout: 1h30m
                idle_timeout: off
                deadline: 2026-11-20T14:00
                retries: 0
                backoff: 200ms
                on_lost: hold
                not_before: 2h
                after: [20261120-140211-k3f9-hi, research]
                after_failed: run
                group: render
                inputs: notes/a.txt
                output: {format: json}
                memory: no
                idempotency_key: order 4711
                fallback: other
                report_to: chief
                meta: {ticket: 4711, price: 1.50, open: true, due: 2026-11-20, off: off, none: ~, text: '1', deep: [{a: b}]}
                ---
                Write.
                """);
        assertEquals("writer", spec.agent());
        assertEquals("Draft: 1", spec.label());
        assertEquals(1, spec.priority());
        assertEquals("anthropic/claude-sonnet-4-5", spec.model());
        assertEquals("~/src/site", spec.cwd());
        assertEquals(Duration.ofMinutes(90), spec.timeout());
        assertEquals(Duration.ZERO, spec.idleTimeout());
        assertNull(spec.deadline());
        assertEquals(Instant.parse("2026-11-20T13:00:00Z"), spec.deadlineAt());
        assertEquals(0, spec.retries());
        assertEquals("chief", spec.reportTo());
        assertEquals(Duration.ofMillis(200), spec.backoff());
        assertEquals(TaskSpec.OnLost.HOLD, spec.onLost());
        assertNull(spec.notBefore());
        assertEquals(Duration.ofHours(2), spec.notBeforeIn());
        assertEquals(List.of("20261120-140211-k3f9-hi", "research"), spec.after());
        assertEquals(TaskSpec.AfterFailed.RUN, spec.afterFailed());
        assertEquals("render", spec.group());
        assertEquals(List.of("notes/a.txt"), spec.inputs());
        assertEquals(TaskSpec.OutputFormat.JSON, spec.output());
        assertEquals(false, spec.memory());
        assertEquals("order 4711", spec.idempotencyKey());
        assertEquals("other", spec.fallback());
        assertEquals(
                "{\"ticket\":4711,\"price\":1.50,\"open\":true,\"due\":\"2026-11-20\",\"off\":\"off\",\"none\":null,"
                        + "\"text\":\"1\",\"deep\":[{\"a\":\"b\"}]}",
                spec.meta().toString());
    }

    @Test
    void jsonHasTheSameKeys() {
        TaskSpec spec = good(
                "a.json",
                "{\"task\": \"x\", \"agent\": null, \"priority\": 3, \"memory\": true, \"output\": \"text\", \"meta\": {\"n\": 1e3}}");
        assertNull(spec.agent());
        assertEquals(3, spec.priority());
        assertEquals(true, spec.memory());
        assertEquals(TaskSpec.OutputFormat.TEXT, spec.output());
        assertEquals("{\"n\":\"1e3\"}", spec.meta().toString());
    }

    @Test
    void manyEmptyLinesAreLeftOut() {
        assertEquals(
                "  hi",
                good("a.md", "\n \n".repeat(200_000) + "  hi" + "\n".repeat(200_000))
                        .text());
    }

    @Test
    void theLargestTaskIsRead() {
        assertEquals(
                TaskFile.LIMIT, good("a.txt", "x".repeat(TaskFile.LIMIT)).text().length());
    }

    private static TaskSpec good(String name, String content) {
        Parsed<TaskSpec> parsed = TaskFile.read(name, content.getBytes(StandardCharsets.UTF_8), BERLIN);
        assertEquals(List.of(), parsed.problems());
        return ((Parsed.Good<TaskSpec>) parsed).value();
    }

    private static String unescaped(String text) {
        return text.replace("\\\\", "\u0001")
                .replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\uFEFF", "\uFEFF")
                .replace("\u0001", "\\");
    }
}
