package dev.reeve.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.task.Usage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What a program may write about what it took, and what of that is not believed. */
class UsageFileTest {

    private static Usage read(String text) throws UsageFile.Unbelievable {
        return UsageFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotSaidIsNothingAndItsCostIsNotKnown() throws Exception {
        assertEquals(new Usage(12, 0, 3, null, null), read("{\"input_tokens\":12,\"output_tokens\":3}"));
        assertEquals(
                new Usage(12, 2, 3, 12_346L, "a/m"),
                read(
                        "{\"input_tokens\":12,\"cached_tokens\":2,\"output_tokens\":3,\"cost_usd\":0.0123456,\"model\":\"a/m\"}"));
        assertEquals(new Usage(0, 0, 0, 0L, null), read("{\"cost_usd\":0,\"model\":null}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    | this is empty
                    [1] | expected an object
                    {"input_tokens":-1} | `input_tokens` is `-1`
                    {"input_tokens":1.5} | whole number
                    {"output_tokens":"12"} | whole number
                    {"output_tokens":10000000000000} | from 0 to 1000000000000
                    {"output_tokens":1e999999999} | whole number
                    {"cost_usd":-0.01} | US dollars from 0
                    {"cost_usd":1e300} | US dollars from 0
                    {"cost_usd":1e-999999999} | US dollars from 0
                    {"cost_usd":2000000} | US dollars from 0
                    {"cost_usd":"0.1"} | US dollars from 0
                    {"cached_tokens":5} | more than the 0
                    {"model":""} | the model's name
                    {"ouput_tokens":5} | did you mean `output_tokens`?
                    {"input_tokens":1,"input_tokens":2} | twice
                    {"input_tokens":1 | not JSON
                    """)
    void whatCanNotBeIsNotBelieved(String text, String reason) {
        String said = assertThrows(UsageFile.Unbelievable.class, () -> read(text == null ? "" : text))
                .getMessage();
        assertTrue(said.contains(reason), said);
        assertTrue(said.length() < 300, said);
    }

    @Test
    void whatIsWrittenIsReadTheSame() {
        for (Usage usage : new Usage[] {
            new Usage(12, 2, 3, 12_346L, "a/m"), new Usage(1, 0, 0, null, null), new Usage(0, 0, 0, 1L, null)
        }) {
            ObjectNode node = Json.object();
            node.put("id", "another's");
            UsageFile.put(node, usage);
            assertEquals(usage, UsageFile.of(node));
        }
    }
}
