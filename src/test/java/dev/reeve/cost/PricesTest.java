package dev.reeve.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.reeve.task.Usage;
import dev.reeve.text.Parsed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What models cost, by the table that Reeve brings and by the person's own. */
class PricesTest {

    private static Parsed<Prices> parse(String text) {
        return PricesFile.read("prices.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Prices prices(String text) {
        Parsed<Prices> parsed = parse(text);
        return parsed instanceof Parsed.Good<Prices> good
                ? good.value()
                : fail(parsed.problems().toString());
    }

    private static final Prices OWN = prices("""
            models:
              small: {input: 1, cached: 0.1, output: 2}
              small-pro: {input: 10, output: 20}
              free/llama: {input: 0, output: 0}
            """);

    private static Long cost(Prices prices, String model) {
        return prices.priced(new Usage(1_000_000, 400_000, 100_000, null, model))
                .cost();
    }

    @Test
    void byItsNameElseByItsLongestBeginning() {
        assertEquals(840_000, cost(OWN, "small"), "0.6 of 1 and 0.4 of 0.1, and 0.1 of 2");
        assertEquals(840_000, cost(OWN, "small-2026-01-01"));
        assertEquals(12_000_000, cost(OWN, "small-pro-x"), "what is cached costs as much where nothing is said");
        assertEquals(840_000, cost(OWN, "somebody/small"));
        assertEquals(0, cost(OWN, "free/llama"));
        assertNull(cost(OWN, "smal"));
        assertNull(cost(OWN, null));
    }

    @Test
    void whatAProgramSaysItselfCounts() {
        assertEquals(7L, OWN.priced(new Usage(1_000_000, 0, 0, 7L, "small")).cost());
    }

    @Test
    void aPersonsPricesWinOverThoseThatReeveBrings() {
        Prices builtIn = PricesFile.builtIn();
        assertNotNull(builtIn.date());
        for (String model : new String[] {
            "anthropic/claude-sonnet-4-5-20250929", "claude-opus-4-1", "openai/gpt-5-codex", "gemini-2.5-pro"
        }) {
            assertNotNull(builtIn.of(model), model);
        }
        assertEquals(
                5_000_000,
                prices("models: {claude-opus-4-5: {input: 5, output: 5}}")
                        .over(builtIn)
                        .of("claude-opus-4-5-20251101")
                        .output());
    }

    @Test
    void theLargestNumbersAreReckonedWith() {
        Prices dear = prices("models: {x: {input: 999999999, output: 1}}");
        long most = 1_000_000_000_000L;
        assertTrue(dear.priced(new Usage(most, 0, most, null, "x")).cost() > 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    models: {a: {input: -1, output: 2}} | prices.yaml:1:21: `models.a.input`
                    models: {a: {input: 1}} | no `input` or no `output`
                    models: {a: 3} | no map
                    models: {a: {input: 1, output: cheap}} | `cheap` is no amount
                    prices: {} | it is `models` here
                    models: [a] | no map
                    """)
    void whatIsWrongIsSaidWithItsPlace(String text, String problem) {
        Parsed<Prices> parsed = parse(text);
        assertInstanceOf(Parsed.Bad.class, parsed);
        assertTrue(
                parsed.problems().toString().contains(problem),
                parsed.problems().toString());
    }
}
