package dev.reeve.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trees are read and written as Jackson's own mapper does it. */
class JsonTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Property(tries = 300, seed = "20260101")
    void whatIsWrittenIsWhatTheMapperWrites(@ForAll("trees") JsonNode tree) {
        assertEquals(MAPPER.writeValueAsString(tree), Json.line(tree));
        assertEquals(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n", text(Json.file(tree)));
    }

    @Property(tries = 300, seed = "20260102")
    void whatIsReadIsWhatTheMapperReads(@ForAll("trees") JsonNode tree) throws NotJson {
        byte[] file = MAPPER.writeValueAsBytes(tree);
        assertEquals(MAPPER.readTree(file), Json.parse(file));
        assertEquals(MAPPER.readTree(file) instanceof ObjectNode object ? object : null, Json.parseObject(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "2147483648",
                "9223372036854775808",
                "1.10",
                "1e400",
                "-0.0",
                "12345678901234567890.12345678901234567890",
                "\"\\ud83d\\ude00 \\u0000 \\/ \\t\"",
                "[]",
                "{}",
                "[[], {}, [null, true, false]]",
                " {\"a\" : {\"b\" : [1, 2.50, \"\"]}} "
            })
    void eachKindOfValueIsReadAsTheMapperReadsIt(String value) throws NotJson {
        JsonNode read = Json.parse(value.getBytes(UTF_8));
        assertEquals(MAPPER.readTree(value), read);
        assertEquals(MAPPER.writeValueAsString(MAPPER.readTree(value)), Json.line(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":}",
                "{} {}",
                "{} x",
                "[1,]",
                "nul",
                "1e9999999999"
            })
    void whatIsNoSingleValueIsNotTaken(String text) {
        assertThrows(NotJson.class, () -> Json.parse(text.getBytes(UTF_8)));
        assertNull(Json.parseObject(text.getBytes(UTF_8)));
    }

    @Test
    void theSecondOfTwoValuesIsPointedAt() {
        NotJson mistake = assertThrows(NotJson.class, () -> Json.parse("{}\n  {}".getBytes(UTF_8)));
        assertEquals("2:3", mistake.line() + ":" + mistake.column());
    }

    @Test
    void ofTwoEqualKeysTheLastCountsWhereNobodyIsAsked() {
        byte[] twice = "{\"a\": 1, \"b\": 2, \"a\": 3}".getBytes(UTF_8);
        assertEquals("{\"a\":3,\"b\":2}", Json.line(Json.parseObject(twice)));
        assertThrows(NotJson.class, () -> Json.parse(twice));
    }

    @Test
    void whatIsNestedTooDeepIsAnsweredAndNoBug() {
        byte[] deep = ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(UTF_8);
        NotJson mistake = assertThrows(NotJson.class, () -> Json.parse(deep));
        assertEquals("nested too deep, or a number, a name or all of it is too long", mistake.getMessage());
        assertNull(Json.parseObject(("{\"a\": " + text(deep) + "}").getBytes(UTF_8)));
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(8);
        return Arbitraries.recursive(
                () -> Arbitraries.oneOf(
                        texts.map(nodes::stringNode),
                        Arbitraries.integers().map(nodes::numberNode),
                        Arbitraries.longs().map(nodes::numberNode),
                        Arbitraries.bigIntegers().map(nodes::numberNode),
                        Arbitraries.bigDecimals().map(nodes::numberNode),
                        Arbitraries.of(true, false).map(nodes::booleanNode),
                        Arbitraries.just(nodes.nullNode())),
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(items -> {
                            ArrayNode array = nodes.arrayNode();
                            return array.addAll(items);
                        }),
                        Arbitraries.maps(texts, inner).ofMaxSize(4).map(properties -> {
                            ObjectNode object = nodes.objectNode();
                            properties.forEach(object::set);
                            return object;
                        })),
                0,
                4);
    }

    private static String text(byte[] content) {
        return new String(content, UTF_8);
    }
}
